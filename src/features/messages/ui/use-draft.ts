"use client";

import { useCallback, useEffect, useState } from "react";

/** What is being written in a conversation; kept on this device until it is sent. */
export function useDraft(ownId: string, conversationId: string) {
  const key = `offchat.draft.${ownId}.${conversationId}`;
  const [draft, setDraft] = useState("");
  // What was typed before the page came to life is newer than what was kept.
  useEffect(() => setDraft((typed) => typed || read(key)), [key]);
  const keep = useCallback(
    (text: string) => {
      setDraft(text);
      write(key, text);
    },
    [key],
  );
  return [draft, keep] as const;
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function write(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // The device's storage is full or forbidden: the text stays on the page, it only cannot outlive it.
  }
}
