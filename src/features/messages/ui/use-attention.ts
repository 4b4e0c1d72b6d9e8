"use client";

import { useSyncExternalStore } from "react";

function subscribe(listener: () => void) {
  window.addEventListener("focus", listener);
  window.addEventListener("blur", listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    window.removeEventListener("focus", listener);
    window.removeEventListener("blur", listener);
    document.removeEventListener("visibilitychange", listener);
  };
}

const attends = () => document.visibilityState === "visible" && document.hasFocus();

/** Whether somebody is looking at this page: it is visible and has the focus. */
export const useAttention = (): boolean => useSyncExternalStore(subscribe, attends, () => false);
