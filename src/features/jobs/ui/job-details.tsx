"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { DownloadIcon } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import type { ListViewRules } from "@/components/data-table/list-view";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { useListView } from "@/components/data-table/use-list-view";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useErrorText } from "@/components/use-error-text";
import type { ErrorCode } from "@/lib/error-codes";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import type { Job, JobItem } from "../dto";
import { JobActions } from "./job-actions";
import { JobProgress } from "./job-progress";
import { JobStateBadge } from "./job-state-badge";
import { useJobEvents } from "./use-job-events";

const itemStates = ["waiting", "done", "failed"] as const;
const plans = ["create", "update", "unchanged", "refused"] as const;
const rules: ListViewRules = { filters: { item: itemStates, plan: plans } };

/** A job and what became of each, live. */
export function JobDetails({ initial, onStarted }: { initial: Job; onStarted: (job: Job) => void }) {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const list = useListView(rules);
  const { data: planned = {} } = trpc.admin.jobs.plans.useQuery({ jobId: initial.id });
  const hasPlan = Object.keys(planned).length > 0;
  const columns = useItemColumns(hasPlan);
  useJobEvents();
  const jobId = initial.id;
  const { data: job = initial } = trpc.admin.jobs.get.useQuery({ jobId }, { initialData: initial });
  const pages = useCursorStack<number>(list.search);
  const state = list.view.filters.item as JobItem["state"] | undefined;
  const read = trpc.admin.jobs.items.useQuery(
    { jobId, state, plan: list.view.filters.plan, cursor: pages.cursor },
    { placeholderData: keepPreviousData },
  );
  const page = useTablePage(pages, read, t("item.listFailed"));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <section aria-label={t("panel")} className="grid gap-3 rounded-lg border bg-card p-4">
        <div className="flex flex-wrap items-center gap-2">
          <JobStateBadge state={job.state} />
          {job.reason && <bdi className="text-sm">{job.reason}</bdi>}
          <div className="ms-auto">
            <JobActions job={job} onStarted={onStarted} />
          </div>
        </div>
        {job.state !== "planned" && <JobProgress job={job} />}
        {hasPlan && (
          <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            {plans.map((plan) => (
              <div key={plan} className="rounded-md border p-3">
                <dt className="text-muted-foreground text-xs">{t(`item.plans.${plan}`)}</dt>
                <dd className="font-semibold text-xl tabular-nums">{format.number(planned[plan] ?? 0)}</dd>
              </div>
            ))}
          </dl>
        )}
        {job.kind === "people.import" && job.failed > 0 && (
          <Button asChild variant="outline" size="sm" className="justify-self-start">
            <a href={`/api/admin/jobs/${job.id}/refused`} download>
              <DownloadIcon aria-hidden="true" />
              {t("refusedRows")}
            </a>
          </Button>
        )}
      </section>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <TableToolbar
          list={list}
          filters={[
            {
              id: "item",
              kind: "choice",
              label: t("item.state"),
              options: itemStates.map((value) => ({ value, label: t(`item.${value}`) })),
            },
            ...(hasPlan
              ? [
                  {
                    id: "plan",
                    kind: "choice" as const,
                    label: t("item.plan"),
                    options: plans.map((value) => ({ value, label: t(`item.plans.${value}`) })),
                  },
                ]
              : []),
          ]}
        />
        <DataTable
          caption={t("item.title")}
          columns={columns}
          rows={read.data?.items}
          rowKey={({ position }) => `${position}`}
          empty={<p className="p-6 text-center text-muted-foreground text-sm">{t("item.none")}</p>}
          {...page}
        />
      </div>
    </div>
  );
}

function useItemColumns(hasPlan: boolean): Column<JobItem>[] {
  const t = useTranslations("jobs.item");
  const errorText = useErrorText();
  return [
    { id: "position", header: t("position"), cell: ({ position }) => position },
    {
      id: "label",
      header: t("label"),
      namesRow: true,
      cell: ({ label }) => <bdi className="wrap-anywhere">{label}</bdi>,
    },
    ...(hasPlan
      ? [
          {
            id: "plan",
            header: t("plan"),
            cell: ({ plan }: JobItem) => plan && t(`plans.${plan as "create"}`),
          },
        ]
      : []),
    {
      id: "state",
      header: t("state"),
      cell: ({ state }) => (
        <Badge variant={state === "failed" ? "destructive" : "secondary"}>{t(state)}</Badge>
      ),
    },
    {
      id: "problem",
      header: t("problem"),
      cell: ({ problem }) => problem && errorText(problem as ErrorCode),
    },
  ];
}
