"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";

/**
 * For what would move rows under somebody's hands. Returns how to ask for `work`: it is done at once, or, while
 * the pointer or the focus is in `area` or a dialog is open, once they have left.
 */
export function useOnceLeft(area: RefObject<HTMLElement | null>, work: () => void): () => void {
  const latest = useRef(work);
  latest.current = work;
  const due = useRef(false);
  const doUnlessInside = useCallback(() => {
    if (!due.current || isInUse(area.current)) return;
    due.current = false;
    latest.current();
  }, [area]);

  useEffect(() => {
    const element = area.current;
    // Only afterwards it is known where the focus went.
    const left = () => void setTimeout(doUnlessInside);
    element?.addEventListener("pointerleave", left);
    // A dialog that closes gives the focus back.
    document.addEventListener("focusin", left);
    document.addEventListener("focusout", left);
    return () => {
      element?.removeEventListener("pointerleave", left);
      document.removeEventListener("focusin", left);
      document.removeEventListener("focusout", left);
    };
  }, [area, doUnlessInside]);

  return useCallback(() => {
    due.current = true;
    doUnlessInside();
  }, [doUnlessInside]);
}

const openDialog = '[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"]';

/** A dialog may have been opened from a row, and would go with it. */
function isInUse(element: HTMLElement | null): boolean {
  return Boolean(element?.matches(":hover, :focus-within") || document.querySelector(openDialog));
}
