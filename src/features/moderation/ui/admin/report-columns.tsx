"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { FormattedTime } from "@/components/formatted-time";
import { Badge } from "@/components/ui/badge";
import { usePersonName } from "@/components/use-person-name";
import { filterCategory } from "@/features/reports/categories";
import type { ReportSummary } from "../../dto";

/** What the queue shows of each report. */
export function useReportColumns(status: ReportSummary["status"]): Column<ReportSummary>[] {
  const personName = usePersonName();
  const t = useTranslations("moderation.reports");
  const categories = useTranslations("moderation.category");
  const outcomes = useTranslations("moderation.outcome");
  return [
    {
      id: "target",
      header: t("columns.target"),
      namesRow: true,
      cell: (report) => (
        <div className="grid max-w-md gap-0.5">
          <span className="flex flex-wrap items-center gap-2">
            <Link
              href={`/admin/moderation/reports/${report.id}`}
              className="rounded-sm font-medium underline-offset-4 hover:underline"
            >
              {t(report.kind === "message" ? "message" : "person", { name: personName(report.reported) })}
            </Link>
            {report.alike > 1 && <Badge variant="secondary">{t("alike", { count: report.alike })}</Badge>}
          </span>
          <span dir="auto" className="line-clamp-2 text-muted-foreground text-sm">
            {report.excerpt ?? report.text}
          </span>
        </div>
      ),
    },
    {
      id: "category",
      header: t("columns.category"),
      cell: ({ category, outcome }) => (
        <span className="flex flex-wrap gap-1.5">
          <Badge variant="outline">{categories(category)}</Badge>
          {outcome && <Badge variant="secondary">{outcomes(outcome)}</Badge>}
        </span>
      ),
    },
    {
      id: "reporter",
      header: t("columns.reporter"),
      cell: ({ reporter, category }) => (
        <bdi>{reporter ? personName(reporter) : t(category === filterCategory ? "byFilter" : "gone")}</bdi>
      ),
    },
    {
      id: "assignee",
      header: t("columns.assignee"),
      cell: ({ assignee }) =>
        assignee ? (
          <bdi>{personName(assignee)}</bdi>
        ) : (
          <span className="text-muted-foreground">{t("nobodyInCharge")}</span>
        ),
    },
    status === "open"
      ? {
          id: "since",
          header: t("columns.since"),
          sorted: "ascending",
          cell: ({ createdAt }) => <FormattedTime value={createdAt} className="tabular-nums" />,
        }
      : {
          id: "closed",
          header: t("columns.closed"),
          sorted: "descending",
          cell: ({ closedAt }) => closedAt && <FormattedTime value={closedAt} className="tabular-nums" />,
        },
  ];
}
