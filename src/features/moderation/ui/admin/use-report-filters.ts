"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Filter } from "@/components/data-table/filter-field";
import { trpc } from "@/trpc/react";
import type { ReportFilter } from "../../input";
import { assignments, shownCategories } from "./reports-view";

/** What the queue can be narrowed by, besides open and closed; of open ones it says how many are whose. */
export function useReportFilters(status: ReportFilter["status"]): Filter[] {
  const t = useTranslations("moderation.reports");
  const categories = useTranslations("moderation.category");
  const format = useFormatter();
  const { data: counts } = trpc.admin.moderation.counts.useQuery();
  const labelOf = (each: (typeof assignments)[number]) =>
    counts && status === "open"
      ? `${t(each)} (${format.number(counts[each === "me" ? "mine" : "unassigned"])})`
      : t(each);
  return [
    {
      id: "assigned",
      kind: "choice",
      label: t("assigned"),
      options: assignments.map((value) => ({ value, label: labelOf(value) })),
    },
    {
      id: "category",
      kind: "choice",
      label: t("category"),
      options: shownCategories.map((value) => ({ value, label: categories(value) })),
    },
    { id: "about", kind: "text", label: t("about"), placeholder: t("usernameHint") },
    { id: "by", kind: "text", label: t("by"), placeholder: t("usernameHint") },
  ];
}
