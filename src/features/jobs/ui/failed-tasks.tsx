"use client";

import { RotateCcwIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { notify } from "@/components/notify";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { FailedTask } from "../dto";

/** Work of the instance itself that failed for good, and the way to have it tried again. */
export function FailedTasks() {
  const t = useTranslations("jobs.tasks");
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  const { data, error, refetch } = trpc.admin.jobs.failedTasks.useQuery();
  const { mutateAsync } = trpc.admin.jobs.retryFailedTask.useMutation();
  const problem = error && problemOf(error);

  const retry = async ({ id, name }: FailedTask) => {
    try {
      await mutateAsync({ id, name });
      void notify("success", t("retried", { name }));
    } catch (refusal) {
      void notify("error", problemOf(refusal).text);
    }
    void utils.admin.jobs.failedTasks.invalidate();
  };

  const columns: Column<FailedTask>[] = [
    {
      id: "name",
      header: t("name"),
      namesRow: true,
      cell: ({ name }) => <code className="text-xs">{name}</code>,
    },
    {
      id: "problem",
      header: t("problem"),
      cell: ({ problem: text }) => <bdi className="block max-w-96 truncate text-xs">{text}</bdi>,
    },
    { id: "attempts", header: t("attempts"), cell: ({ attempts }) => attempts },
    { id: "failed", header: t("failed"), cell: ({ failedAt }) => <RelativeTime value={failedAt} /> },
    {
      id: "actions",
      header: t("actions"),
      hideHeader: true,
      className: "md:text-end",
      cell: (task) => (
        <Button size="sm" variant="outline" onClick={() => void retry(task)}>
          <RotateCcwIcon aria-hidden="true" />
          {t("retry")}
        </Button>
      ),
    },
  ];

  return (
    <section className="grid gap-3">
      <div>
        <h2 className="font-semibold">{t("title")}</h2>
        <p className="max-w-prose text-muted-foreground text-sm">{t("description")}</p>
      </div>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={data}
        rowKey={({ id }) => id}
        problem={
          problem && !data
            ? { title: t("listFailed"), description: problem.text, onRetry: () => void refetch() }
            : undefined
        }
        empty={<p className="p-6 text-center text-muted-foreground text-sm">{t("none")}</p>}
        paging={{ page: 1 }}
      />
    </section>
  );
}
