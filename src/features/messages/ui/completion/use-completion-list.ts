"use client";

import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { complete, findToken } from "../../completion/find-token";
import { type Completion, useCompletions } from "./use-completions";

type Field = {
  field: RefObject<HTMLTextAreaElement | null>;
  conversationId: string;
  text: string;
  setText: (text: string) => void;
};

/**
 * Completion of names and emoji in a field: what is offered at the caret, and the keys that choose it (arrows, Enter or
 * Tab; Esc puts the list away until something else is written).
 */
export function useCompletionList({ field, conversationId, text, setText }: Field) {
  const id = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [walked, setWalked] = useState({ token: "", index: 0 });
  const [dismissed, setDismissed] = useState<string | null>(null);
  const token = caret === null ? null : findToken(text, caret);
  const tokenKey = token ? `${token.from} ${token.query}` : "";
  const found = useCompletions(conversationId, token);
  const completions = token && dismissed !== tokenKey ? found : [];
  const active = walked.token === tokenKey ? Math.min(walked.index, completions.length - 1) : 0;

  const choose = (completion: Completion) => {
    if (!token) return;
    const completed = complete(text, token, completion.replacement);
    setText(completed.text);
    setCaret(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(completed.caret, completed.caret);
    });
  };

  const walk = (step: number) =>
    setWalked({ token: tokenKey, index: (active + step + completions.length) % completions.length });

  return {
    id,
    completions,
    active,
    choose,
    /** Call when the caret may have moved: at every change, key and press. */
    follow: () => {
      const element = field.current;
      const collapsed = element && element.selectionStart === element.selectionEnd;
      setCaret(collapsed ? element.selectionStart : null);
    },
    close: () => setCaret(null),
    /** True where the key was for the list. */
    takeKey(event: KeyboardEvent): boolean {
      const chosen = completions[active];
      if (!chosen) return false;
      if (event.key === "ArrowDown") walk(1);
      else if (event.key === "ArrowUp") walk(-1);
      else if (event.key === "Escape") setDismissed(tokenKey);
      else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") choose(chosen);
      else return false;
      return true;
    },
  };
}
