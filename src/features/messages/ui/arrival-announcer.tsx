"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { usePersonName } from "@/components/use-person-name";
import type { LastMessage } from "@/features/conversations/dto";
import { useSystemText } from "@/features/conversations/ui/use-system-text";

/** Reads new messages of others out, and nothing of the history, to those who do not see the screen. */
export function ArrivalAnnouncer({ lastMessage, ownId }: { lastMessage: LastMessage | null; ownId: string }) {
  const personName = usePersonName();
  const t = useTranslations("chat.timeline");
  const systemText = useSystemText(ownId);
  const announced = useRef(lastMessage?.seq ?? 0);
  const [text, setText] = useState("");
  useEffect(() => {
    if (!lastMessage || lastMessage.seq <= announced.current) return;
    announced.current = lastMessage.seq;
    const { author, excerpt, system } = lastMessage;
    if (author.id === ownId) return;
    if (system) setText(systemText(system, author));
    else setText(t("arrived", { name: personName(author), text: excerpt }));
  }, [lastMessage, ownId, personName, t, systemText]);
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
