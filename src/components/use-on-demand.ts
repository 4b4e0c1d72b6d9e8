"use client";

import { type ComponentType, useRef, useState } from "react";

/**
 * For what a button opens, a menu or a popover, that brings code of its own: it is loaded when somebody is about to
 * press the button, then stands in the button's place, open at first.
 * @param load gives the component that holds the button and what it opens; the same function every time
 * @returns the component once it is there, null before, and what the button alone needs to ask for it
 */
export function useOnDemand<Props>(load: () => Promise<ComponentType<Props>>) {
  const [Opened, setOpened] = useState<ComponentType<Props> | null>(null);
  const asked = useRef(false);
  const open = async () => {
    if (asked.current) return;
    asked.current = true;
    try {
      const component = await load();
      setOpened(() => component);
    } catch {
      // Out of reach: the next press tries again.
      asked.current = false;
    }
  };
  const prepare = () => void load().catch(() => {});
  const trigger = {
    "aria-expanded": false,
    onPointerEnter: prepare,
    onFocus: prepare,
    onClick: () => void open(),
  };
  return { Opened, trigger };
}
