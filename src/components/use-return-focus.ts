"use client";

import { useRef } from "react";

/** Gives the focus back to where it was before a dialog that was opened without a trigger of its own. */
export function useReturnFocus() {
  const opener = useRef<Element>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      if (!(opener.current instanceof HTMLElement) || !opener.current.isConnected) return;
      event.preventDefault();
      // What the dialog led to may have taken the focus already.
      if (document.activeElement !== document.body) return;
      opener.current.focus();
    },
  };
}
