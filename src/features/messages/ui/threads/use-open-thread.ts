"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useState } from "react";

const parameter = "thread";

/** The thread that is open beside a conversation: chosen there, or named by the address that led here (`?thread=`). */
export function useOpenThread() {
  const linked = useSearchParams().get(parameter);
  const [threadId, setThreadId] = useState(linked);
  useEffect(() => {
    if (!linked) return;
    setThreadId(linked);
    // It has done its work: the same link must work again after the thread was closed.
    window.history.replaceState(window.history.state, "", window.location.pathname);
  }, [linked]);
  return { threadId, setThreadId: useCallback((id: string | null) => setThreadId(id), []) };
}
