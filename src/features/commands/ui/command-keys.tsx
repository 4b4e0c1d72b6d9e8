"use client";

import { useEffect } from "react";
import { runCommand } from "../handlers";
import { isCharacter, isPressed } from "../keys";
import { commandIds, commandOf } from "../registry";
import { isApple } from "./is-apple";

const openDialog =
  '[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"], [role="menu"][data-state="open"]';
const writable =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable="true"]';

/** Listens for the keys of all commands, before anything on the page does. */
export function CommandKeys() {
  useEffect(() => {
    const apple = isApple();
    const onKeyDown = (event: KeyboardEvent) => {
      // An input method uses keys itself while a word is being composed.
      if (event.isComposing || (event.repeat && event.key === "Escape")) return;
      const target = event.target instanceof Element ? event.target : document.body;
      const dialog = document.querySelector(openDialog) !== null;
      const writing = target.closest(writable) !== null;
      for (const id of commandIds) {
        const { keys = [], overDialogs } = commandOf(id);
        const pressed = keys.find((each) => isPressed(each, event, apple));
        if (!pressed || (dialog && !overDialogs) || (writing && isCharacter(pressed))) continue;
        if (!runCommand(id)) continue;
        event.preventDefault();
        event.stopPropagation();
        return;
      }
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
  return null;
}
