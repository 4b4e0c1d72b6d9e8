"use client";

import type { ComponentProps } from "react";
import { goTo, goUpTo, isPlainClick } from "./go-to";

/** A link within the chat: a plain click switches at once, anything else does what links do. */
export function ConversationLink({
  href,
  up = false,
  onClick,
  ...props
}: ComponentProps<"a"> & {
  href: string;
  /** leads to where this was opened from */
  up?: boolean;
}) {
  return (
    <a
      {...props}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlainClick(event)) return;
        event.preventDefault();
        if (up) goUpTo(href);
        else goTo(href);
      }}
    />
  );
}
