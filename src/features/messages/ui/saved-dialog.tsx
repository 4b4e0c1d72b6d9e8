"use client";

import { BookmarkIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/react";
import { FoundMessages } from "./found-messages";

/** What the signed-in person keeps for later. */
export function SavedDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("chat.saved");
  const pages = trpc.messages.saved.list.useInfiniteQuery(
    { limit: 20 },
    { getNextPageParam: (page) => page.nextCursor, staleTime: 0 },
  );
  return (
    <FoundMessages
      title={t("title")}
      description={t("description")}
      empty={{ icon: BookmarkIcon, title: t("none"), description: t("noneMeaning") }}
      pages={pages}
      messages={pages.data?.pages.flatMap((page) => page.saved.map((entry) => entry.message))}
      onClose={onClose}
    />
  );
}
