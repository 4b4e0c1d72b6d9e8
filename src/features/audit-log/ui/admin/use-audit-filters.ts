"use client";

import { useTranslations } from "next-intl";
import type { Filter } from "@/components/data-table/filter-field";
import { trpc } from "@/trpc/react";
import { useActionTitle } from "./use-action-title";

/** What the audit log can be narrowed by. */
export function useAuditFilters(): Filter[] {
  const t = useTranslations("audit");
  const { actionTitle, categoryTitle, targetTitle } = useActionTitle();
  const { data: actions = [] } = trpc.admin.audit.actions.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  });
  const byLabel = (options: { value: string; label: string }[]) =>
    options.toSorted((a, b) => a.label.localeCompare(b.label));
  const distinct = (values: string[]) => [...new Set(values)];
  return [
    {
      id: "action",
      kind: "choice",
      label: t("columns.action"),
      options: byLabel(actions.map(({ action }) => ({ value: action, label: actionTitle(action) }))),
    },
    {
      id: "category",
      kind: "choice",
      label: t("columns.category"),
      options: byLabel(
        distinct(actions.map(({ category }) => category)).map((value) => ({
          value,
          label: categoryTitle(value),
        })),
      ),
    },
    {
      id: "severity",
      kind: "choice",
      label: t("filters.severity"),
      options: (["security", "critical"] as const).map((value) => ({ value, label: t(`filters.${value}`) })),
    },
    { id: "from", kind: "day", label: t("filters.from") },
    { id: "to", kind: "day", label: t("filters.to") },
    { id: "actor", kind: "text", label: t("filters.actor"), placeholder: t("filters.actorHint") },
    {
      id: "type",
      kind: "choice",
      label: t("filters.type"),
      options: byLabel(
        distinct(actions.map(({ targetType }) => targetType)).map((value) => ({
          value,
          label: targetTitle(value),
        })),
      ),
    },
    { id: "target", kind: "text", label: t("filters.target") },
    { id: "ip", kind: "text", label: t("columns.ip"), placeholder: "192.0.2.0/24" },
    { id: "country", kind: "text", label: t("filters.country"), placeholder: "DE" },
    { id: "session", kind: "text", label: t("filters.session") },
    { id: "request", kind: "text", label: t("filters.request") },
  ];
}
