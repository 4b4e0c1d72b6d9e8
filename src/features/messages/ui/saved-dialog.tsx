"use client";

import { getQueryKey } from "@trpc/react-query";
import { BookmarkIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/react";
import { usePages } from "@/trpc/use-pages";
import { FoundMessages } from "./found-messages";

/** What the signed-in person keeps for later. */
export function SavedDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("chat.saved");
  const { client } = trpc.useUtils();
  const input = { limit: 20 };
  const pages = usePages(
    getQueryKey(trpc.messages.saved.list, input, "infinite"),
    client.messages.saved.list.query,
    input,
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
