"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { ListChecksIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import type { ListViewRules } from "@/components/data-table/list-view";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import { useListView } from "@/components/data-table/use-list-view";
import { EmptyState } from "@/components/empty-state";
import { RelativeTime } from "@/components/relative-time";
import { usePersonName } from "@/components/use-person-name";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import { type Job, type JobPage, type JobState, jobStates } from "../dto";
import { type JobKindName, jobKindNames } from "../job-kinds";
import { JobActions } from "./job-actions";
import { JobProgress } from "./job-progress";
import { JobStateBadge } from "./job-state-badge";
import { useJobEvents } from "./use-job-events";
import { useJobName } from "./use-job-name";

const rules: ListViewRules = { filters: { state: jobStates, kind: jobKindNames } };

/** All work on many, live. */
export function JobList() {
  const t = useTranslations("jobs");
  const name = useJobName();
  const columns = useKeptColumns("jobs", useJobColumns());
  const list = useListView(rules);
  useJobEvents();
  const pages = useCursorStack<NonNullable<JobPage["nextCursor"]>>(list.search);
  const { state, kind } = list.view.filters as { state?: JobState; kind?: JobKindName };
  const read = trpc.admin.jobs.list.useQuery(
    { state, kind, cursor: pages.cursor, limit: 25 },
    { placeholderData: keepPreviousData },
  );
  const page = useTablePage(pages, read, t("listFailed"));
  return (
    <div className="grid gap-3">
      <TableToolbar
        list={list}
        columns={columns}
        filters={[
          {
            id: "state",
            kind: "choice",
            label: t("columns.state"),
            options: jobStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            id: "kind",
            kind: "choice",
            label: t("columns.name"),
            options: jobKindNames.map((value) => ({ value, label: name({ kind: value, undoes: null }) })),
          },
        ]}
      >
        <SavedViewsMenu list="jobs" view={list} />
      </TableToolbar>
      <DataTable
        caption={t("title")}
        columns={columns.shown}
        rows={read.data?.jobs}
        rowKey={(job) => job.id}
        empty={<EmptyState icon={ListChecksIcon} title={t("empty")} description={t("emptyDescription")} />}
        {...page}
      />
    </div>
  );
}

function useJobColumns(): Column<Job>[] {
  const personName = usePersonName();
  const t = useTranslations("jobs");
  const name = useJobName();
  return [
    {
      id: "name",
      header: t("columns.name"),
      namesRow: true,
      cell: (job) => (
        <span className="grid">
          <Link href={`/admin/jobs/${job.id}`} className="font-medium underline-offset-4 hover:underline">
            {name(job)}
          </Link>
          {job.reason && <bdi className="max-w-64 truncate text-muted-foreground text-xs">{job.reason}</bdi>}
        </span>
      ),
    },
    { id: "state", header: t("columns.state"), cell: ({ state }) => <JobStateBadge state={state} /> },
    { id: "progress", header: t("columns.progress"), cell: (job) => <JobProgress job={job} /> },
    {
      id: "by",
      header: t("columns.by"),
      cell: ({ startedBy }) => <bdi>{startedBy ? personName(startedBy) : "–"}</bdi>,
    },
    {
      id: "since",
      header: t("columns.since"),
      sorted: "descending",
      cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
    },
    {
      id: "actions",
      header: t("columns.actions"),
      hideHeader: true,
      className: "md:text-end",
      cell: (job) => <JobActions job={job} />,
    },
  ];
}
