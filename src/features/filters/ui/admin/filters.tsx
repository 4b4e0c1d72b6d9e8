"use client";

import { FilterIcon, PlusIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/empty-state";
import { notify } from "@/components/notify";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { MessageFilter } from "../../dto";
import { TryFilters } from "./try-filters";

const FilterDialog = dynamic(() => import("./filter-dialog").then((m) => m.FilterDialog), { ssr: false });
const ConfirmDialog = dynamic(() => import("@/components/confirm-dialog").then((m) => m.ConfirmDialog), {
  ssr: false,
});

/** The rules for words and links, and a place to try them out. */
export function Filters() {
  const t = useTranslations("moderation.filters");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const { data, error, refetch } = trpc.admin.filters.list.useQuery();
  const readAnew = () => utils.admin.filters.list.invalidate();
  const save = trpc.admin.filters.save.useMutation({
    onSuccess: readAnew,
    onError: (failure) => void notify("error", problem(failure).text),
  });
  const remove = trpc.admin.filters.delete.useMutation({ onSuccess: readAnew });
  const [editing, setEditing] = useState<MessageFilter | "new" | null>(null);
  const [deleting, setDeleting] = useState<MessageFilter | null>(null);
  const add = (
    <Button onClick={() => setEditing("new")}>
      <PlusIcon aria-hidden="true" />
      {t("add")}
    </Button>
  );
  const setEnabled = ({ createdAt: _, ...rule }: MessageFilter, enabled: boolean) =>
    save.mutate({ ...rule, enabled });
  return (
    <div className="grid gap-6">
      <div className="grid gap-4">
        {data && data.length > 0 && <div>{add}</div>}
        <DataTable
          caption={t("title")}
          rows={data}
          rowKey={(filter) => filter.id}
          problem={
            error && !data
              ? { title: t("failed"), description: problem(error).text, onRetry: () => void refetch() }
              : undefined
          }
          empty={
            <EmptyState icon={FilterIcon} title={t("empty")} description={t("emptyDescription")}>
              {add}
            </EmptyState>
          }
          paging={{ page: 1 }}
          columns={[
            {
              id: "text",
              header: t("text"),
              namesRow: true,
              cell: ({ text }) => <bdi className="wrap-anywhere font-medium">{text}</bdi>,
            },
            { id: "kind", header: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
            {
              id: "action",
              header: t("action"),
              cell: ({ action }) => (
                <Badge variant={action === "refuse" ? "destructive" : "secondary"}>
                  {t(`actions.${action}`)}
                </Badge>
              ),
            },
            {
              id: "enabled",
              header: t("enabled"),
              cell: (filter) => (
                <Switch
                  aria-label={`${t("enabled")}: ${filter.text}`}
                  checked={filter.enabled}
                  onCheckedChange={(enabled) => setEnabled(filter, enabled)}
                />
              ),
            },
            {
              id: "act",
              header: t("edit"),
              hideHeader: true,
              className: "md:text-end",
              cell: (filter) => (
                <span className="flex gap-2 md:justify-end">
                  <Button size="sm" variant="outline" onClick={() => setEditing(filter)}>
                    {t("edit")}
                    <span className="sr-only">: {filter.text}</span>
                  </Button>
                  <Button size="sm" variant="outline" onClick={() => setDeleting(filter)}>
                    {t("delete")}
                    <span className="sr-only">: {filter.text}</span>
                  </Button>
                </span>
              ),
            },
          ]}
        />
      </div>
      <TryFilters />
      {editing && (
        <FilterDialog filter={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
      {deleting && (
        <ConfirmDialog
          open
          onOpenChange={() => setDeleting(null)}
          title={t("deleteTitle", { text: deleting.text })}
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
            return undefined;
          }}
        />
      )}
    </div>
  );
}
