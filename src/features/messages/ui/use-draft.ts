"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { trpc } from "@/trpc/react";
import { messageBodyMaximum } from "../body-maximum";
import { draftOf, withDraft } from "../drafts/draft-list";

const saveAfterMs = 800;
const pageId = uuidv7();

/**
 * What is being written in a line, the same on all of a person's devices. What the server has not got yet is
 * kept on this device and wins over what the server tells; everything else follows the server.
 */
export function useDraft(ownId: string, conversationId: string, threadRootId: string | null = null) {
  const key = `offchat.draft.${ownId}.${threadRootId ?? conversationId}`;
  const { client, messages: cache } = trpc.useUtils();
  const { data } = trpc.messages.drafts.list.useQuery({}, { staleTime: Number.POSITIVE_INFINITY });
  const told = data && (draftOf(data.drafts, { conversationId, threadRootId })?.body ?? "");
  const [draft, setDraft] = useState("");
  const text = useRef("");
  const unsaved = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback((body: string) => {
    text.current = body;
    setDraft(body);
  }, []);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const body = text.current;
    if (!unsaved.current || body.length > messageBodyMaximum) return;
    try {
      const saved = await client.messages.drafts.save.mutate({ conversationId, threadRootId, body, pageId });
      if (text.current === body) {
        unsaved.current = false;
        keep(key, null);
      }
      cache.drafts.list.setData({}, (page) => page && { ...page, drafts: withDraft(page.drafts, saved) });
    } catch {
      // Out of reach: it stays on this device, and is saved with the next change or visit.
    }
  }, [client, cache, key, conversationId, threadRootId]);

  useEffect(() => {
    const kept = read(key);
    // What was typed before the page came to life is newer than what was kept.
    if (kept !== null && text.current === "") {
      unsaved.current = true;
      show(kept);
    }
    void save();
    return () => void save();
  }, [key, show, save]);

  useEffect(() => {
    if (told !== undefined && !unsaved.current && told !== text.current) show(told);
  }, [told, show]);

  const write = useCallback(
    (body: string) => {
      unsaved.current = true;
      show(body);
      keep(key, body);
      clearTimeout(timer.current);
      if (body === "") void save();
      else timer.current = setTimeout(save, saveAfterMs);
    },
    [key, show, save],
  );
  return [draft, write] as const;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // The device's storage is full or forbidden: the text stays on the page, it only cannot outlive it.
  }
}
