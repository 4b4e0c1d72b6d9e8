"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { usePersonName } from "@/components/use-person-name";
import type { ConversationSummary } from "../dto";

type Named = Pick<ConversationSummary, "name" | "counterpart">;

/** How a conversation is called on screen: a group's name, the other person, or notes to oneself. */
export function useConversationName(ownId: string): (conversation: Named) => string {
  const t = useTranslations("conversations");
  const personName = usePersonName();
  return useCallback(
    ({ name, counterpart }) => {
      if (name !== null) return name;
      if (!counterpart) return t("unknown");
      return counterpart.id === ownId ? t("ownNotes") : personName(counterpart);
    },
    [t, personName, ownId],
  );
}
