"use client";

import { MessageSquareTextIcon, PlusIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/empty-state";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { AnswerTemplate } from "../../dto";

const AnswerDialog = dynamic(() => import("./answer-dialog").then((m) => m.AnswerDialog), { ssr: false });
const ConfirmDialog = dynamic(() => import("@/components/confirm-dialog").then((m) => m.ConfirmDialog), {
  ssr: false,
});

/** The answers that can be chosen when a report is decided. */
export function Answers() {
  const t = useTranslations("moderation.answers");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const { data, error, refetch } = trpc.admin.moderation.templates.list.useQuery();
  const remove = trpc.admin.moderation.templates.delete.useMutation();
  const [editing, setEditing] = useState<AnswerTemplate | "new" | null>(null);
  const [deleting, setDeleting] = useState<AnswerTemplate | null>(null);
  const add = (
    <Button onClick={() => setEditing("new")}>
      <PlusIcon aria-hidden="true" />
      {t("add")}
    </Button>
  );
  return (
    <div className="grid gap-4">
      {data && data.length > 0 && <div>{add}</div>}
      <DataTable
        caption={t("title")}
        rows={data}
        rowKey={(answer) => answer.id}
        problem={
          error && !data
            ? { title: t("failed"), description: problem(error).text, onRetry: () => void refetch() }
            : undefined
        }
        empty={
          <EmptyState icon={MessageSquareTextIcon} title={t("empty")} description={t("emptyDescription")}>
            {add}
          </EmptyState>
        }
        paging={{ page: 1 }}
        columns={[
          {
            id: "name",
            header: t("name"),
            namesRow: true,
            cell: ({ title }) => (
              <span dir="auto" className="font-medium">
                {title}
              </span>
            ),
          },
          {
            id: "body",
            header: t("body"),
            cell: ({ body }) => (
              <span dir="auto" className="line-clamp-2 max-w-xl whitespace-pre-wrap">
                {body}
              </span>
            ),
          },
          {
            id: "actions",
            header: t("edit"),
            hideHeader: true,
            className: "md:text-end",
            cell: (answer) => (
              <span className="flex gap-2 md:justify-end">
                <Button size="sm" variant="outline" onClick={() => setEditing(answer)}>
                  {t("edit")}
                  <span className="sr-only">: {answer.title}</span>
                </Button>
                <Button size="sm" variant="outline" onClick={() => setDeleting(answer)}>
                  {t("delete")}
                  <span className="sr-only">: {answer.title}</span>
                </Button>
              </span>
            ),
          },
        ]}
      />
      {editing && (
        <AnswerDialog answer={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
      {deleting && (
        <ConfirmDialog
          open
          onOpenChange={() => setDeleting(null)}
          title={t("deleteTitle", { title: deleting.title })}
          description={t("deleteMeaning")}
          confirmText={t("delete")}
          pendingText={t("deleting")}
          destructive
          onConfirm={async () => {
            try {
              await remove.mutateAsync({ id: deleting.id });
            } catch (failure) {
              return problem(failure).text;
            }
            void utils.admin.moderation.templates.list.invalidate();
            return undefined;
          }}
        />
      )}
    </div>
  );
}
