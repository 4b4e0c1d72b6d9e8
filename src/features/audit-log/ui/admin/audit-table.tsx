"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { ScrollTextIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import type { ListViewState } from "@/components/data-table/use-list-view";
import { EmptyState } from "@/components/empty-state";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { AuditCursor, AuditEntry } from "../../dto";
import { listInput } from "./audit-view";

/** The entries of a view, page by page. */
export function AuditTable({ list, columns }: { list: ListViewState; columns: Column<AuditEntry>[] }) {
  const t = useTranslations("audit");
  const problemOf = useProblem();
  const { cursor, page, goOn, goBack } = useCursorStack<AuditCursor>(list.search);
  const { data, error, isPlaceholderData, refetch } = trpc.admin.audit.list.useQuery(
    listInput(list.view, cursor),
    { staleTime: 5_000, placeholderData: keepPreviousData },
  );
  const problem = error && !data && problemOf(error);
  const next = data?.nextCursor;
  return (
    <DataTable
      caption={t("entries")}
      columns={columns}
      rows={data?.entries}
      rowKey={({ id }) => String(id)}
      refreshing={isPlaceholderData}
      problem={
        problem
          ? {
              title: t("failed"),
              description: problem.text,
              requestId: problem.requestId,
              onRetry: () => void refetch(),
            }
          : undefined
      }
      empty={
        <EmptyState icon={ScrollTextIcon} title={t("empty.title")} description={t("empty.description")}>
          <Button variant="outline" onClick={() => list.show({ query: "", filters: {} })}>
            {t("empty.clear")}
          </Button>
        </EmptyState>
      }
      paging={{
        page,
        onPrevious: page > 1 ? goBack : undefined,
        onNext: next ? () => goOn(next) : undefined,
      }}
    />
  );
}
