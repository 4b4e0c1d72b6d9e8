"use client";

import { getQueryKey } from "@trpc/react-query";
import { PinIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/react";
import { usePages } from "@/trpc/use-pages";
import { FoundMessages } from "./found-messages";

/** The pinned messages of a conversation. */
export function PinsDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useTranslations("chat.pins");
  const { client } = trpc.useUtils();
  const input = { conversationId, limit: 20 };
  const pages = usePages(
    getQueryKey(trpc.messages.pins.list, input, "infinite"),
    client.messages.pins.list.query,
    input,
  );
  return (
    <FoundMessages
      title={t("title")}
      description={t("description")}
      empty={{ icon: PinIcon, title: t("none"), description: t("noneMeaning") }}
      pages={pages}
      messages={pages.data?.pages.flatMap((page) => page.messages)}
      onClose={onClose}
    />
  );
}
