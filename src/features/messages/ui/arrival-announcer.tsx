"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { LastMessage } from "@/features/conversations/dto";

/** Reads new messages of others out, and nothing of the history, to those who do not see the screen. */
export function ArrivalAnnouncer({ lastMessage, ownId }: { lastMessage: LastMessage | null; ownId: string }) {
  const t = useTranslations("chat.timeline");
  const announced = useRef(lastMessage?.seq ?? 0);
  const [text, setText] = useState("");
  useEffect(() => {
    if (!lastMessage || lastMessage.seq <= announced.current) return;
    announced.current = lastMessage.seq;
    const { author, excerpt } = lastMessage;
    if (author.id !== ownId) setText(t("arrived", { name: author.displayName, text: excerpt }));
  }, [lastMessage, ownId, t]);
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
