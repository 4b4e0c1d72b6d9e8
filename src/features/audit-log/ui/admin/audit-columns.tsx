"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { FormattedTime } from "@/components/formatted-time";
import type { AuditEntry } from "../../dto";
import { ActorLink, TargetLink } from "./named-link";
import { SeverityBadge } from "./severity-badge";
import { useActionTitle } from "./use-action-title";

/** What the list shows of each entry. */
export function useAuditColumns(): Column<AuditEntry>[] {
  const t = useTranslations("audit");
  const { actionTitle, categoryTitle } = useActionTitle();
  return [
    {
      id: "action",
      header: t("columns.action"),
      namesRow: true,
      cell: ({ id, action, severity }) => (
        <span className="flex flex-wrap items-center gap-2">
          <Link
            href={`/admin/audit/${id}`}
            className="font-medium text-primary underline-offset-4 hover:underline"
          >
            {actionTitle(action)}
          </Link>
          <SeverityBadge severity={severity} />
        </span>
      ),
    },
    {
      id: "at",
      header: t("columns.at"),
      sorted: "descending",
      cell: ({ at }) => <FormattedTime value={at} className="whitespace-nowrap tabular-nums" />,
    },
    { id: "actor", header: t("columns.actor"), cell: ({ actor }) => <ActorLink actor={actor} /> },
    { id: "target", header: t("columns.target"), cell: ({ target }) => <TargetLink target={target} /> },
    {
      id: "reason",
      header: t("columns.reason"),
      cell: ({ reason }) =>
        reason && <span className="line-clamp-2 max-w-64 whitespace-normal">{reason}</span>,
    },
    {
      id: "ip",
      header: t("columns.ip"),
      cell: ({ ip, country }) =>
        ip && (
          <span className="whitespace-nowrap tabular-nums" dir="ltr">
            {ip.replace(/\/32$/, "")}
            {country && ` · ${country}`}
          </span>
        ),
    },
    {
      id: "category",
      header: t("columns.category"),
      initiallyHidden: true,
      cell: ({ category }) => categoryTitle(category),
    },
    { id: "number", header: t("columns.number"), initiallyHidden: true, cell: ({ id }) => id },
  ];
}
