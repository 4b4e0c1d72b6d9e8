"use client";

import { PinIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/react";
import { FoundMessages } from "./found-messages";

/** The pinned messages of a conversation. */
export function PinsDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useTranslations("chat.pins");
  const pages = trpc.messages.pins.list.useInfiniteQuery(
    { conversationId, limit: 20 },
    { getNextPageParam: (page) => page.nextCursor, staleTime: 0 },
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
