"use client";

import { useTranslations } from "next-intl";
import type { Filter } from "@/components/data-table/filter-field";
import { conversationStates } from "./conversations-view";

/** What the list of conversations can be narrowed by. */
export function useConversationFilters(): Filter[] {
  const t = useTranslations("oversight.conversations");
  return [
    {
      id: "state",
      kind: "choice",
      label: t("filters.state"),
      options: conversationStates.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    {
      id: "kind",
      kind: "choice",
      label: t("columns.kind"),
      options: (["group", "direct"] as const).map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      id: "visibility",
      kind: "choice",
      label: t("columns.visibility"),
      options: (["public", "private"] as const).map((value) => ({
        value,
        label: t(`visibility.${value}`),
      })),
    },
    { id: "member", kind: "text", label: t("filters.member"), placeholder: t("filters.memberHint") },
    { id: "members", kind: "text", label: t("filters.members"), placeholder: "10" },
    { id: "messages", kind: "text", label: t("filters.messages"), placeholder: "100" },
    { id: "from", kind: "day", label: t("filters.from") },
    { id: "to", kind: "day", label: t("filters.to") },
  ];
}
