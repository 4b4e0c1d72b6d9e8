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
import { useTablePage } from "@/trpc/use-table-page";
import type { AuditCursor, AuditEntry } from "../../dto";
import { listInput } from "./audit-view";

/** The entries of a view, page by page. */
export function AuditTable({ list, columns }: { list: ListViewState; columns: Column<AuditEntry>[] }) {
  const t = useTranslations("audit");
  const pages = useCursorStack<AuditCursor>(list.search);
  const read = trpc.admin.audit.list.useQuery(listInput(list.view, pages.cursor), {
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });
  const page = useTablePage(pages, read, t("failed"));
  return (
    <DataTable
      caption={t("entries")}
      columns={columns}
      rows={read.data?.entries}
      rowKey={({ id }) => String(id)}
      empty={
        <EmptyState icon={ScrollTextIcon} title={t("empty.title")} description={t("empty.description")}>
          <Button variant="outline" onClick={() => list.show({ query: "", filters: {} })}>
            {t("empty.clear")}
          </Button>
        </EmptyState>
      }
      {...page}
    />
  );
}
