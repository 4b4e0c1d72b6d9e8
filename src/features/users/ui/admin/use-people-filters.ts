"use client";

import { useTranslations } from "next-intl";
import type { Filter } from "@/components/data-table/filter-field";
import { seenChoices } from "../../dto";

/** What the list of people can be narrowed by, besides the group. */
export function usePeopleFilters(): Filter[] {
  const t = useTranslations("admin.people");
  return [
    {
      id: "role",
      kind: "choice",
      label: t("filters.role"),
      options: (["admin", "moderator", "user"] as const).map((value) => ({
        value,
        label: t(`role.${value}`),
      })),
    },
    {
      id: "seen",
      kind: "choice",
      label: t("filters.seen"),
      options: seenChoices.map((value) => ({ value, label: t(`seen.${value}`) })),
    },
    {
      id: "factor",
      kind: "choice",
      label: t("filters.factor"),
      options: (["yes", "no"] as const).map((value) => ({ value, label: t(`factor.${value}`) })),
    },
    { id: "country", kind: "text", label: t("filters.country"), placeholder: "DE" },
    { id: "from", kind: "day", label: t("filters.from") },
    { id: "to", kind: "day", label: t("filters.to") },
  ];
}
