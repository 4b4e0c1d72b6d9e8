"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { MessagesSquareIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import type { Selection } from "@/components/data-table/selection";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import type { ListViewState } from "@/components/data-table/use-list-view";
import { EmptyState } from "@/components/empty-state";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import type { AdminConversation, AdminConversationPage } from "../../dto";
import { listInput } from "./conversations-view";
import { useAdminConversationName } from "./use-admin-conversation-name";

/** The conversations that a view shows, page by page. */
export function ConversationsTable({
  list,
  columns,
  selection,
}: {
  list: ListViewState;
  columns: Column<AdminConversation>[];
  selection: Selection;
}) {
  const t = useTranslations("oversight.conversations");
  const nameOf = useAdminConversationName();
  const { view, search, show } = list;
  const narrowed = view.query !== "" || Object.keys(view.filters).length > 0;
  const pages = useCursorStack<NonNullable<AdminConversationPage["nextCursor"]>>(search);
  const read = trpc.admin.conversations.list.useQuery(listInput(view, pages.cursor), {
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });
  const page = useTablePage(pages, read, t("failed"));
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={read.data?.conversations}
      rowKey={({ id }) => id}
      rowName={nameOf}
      selection={selection}
      sorting={{ sort: view.sort, onSort: (sort) => show({ sort }) }}
      empty={
        narrowed ? (
          <EmptyState
            icon={MessagesSquareIcon}
            title={t("empty.narrowed")}
            description={t("empty.narrowedDescription")}
          >
            <Button variant="outline" onClick={() => show({ query: "", filters: {} })}>
              {t("empty.clear")}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState
            icon={MessagesSquareIcon}
            title={t("empty.title")}
            description={t("empty.description")}
          />
        )
      }
      {...page}
    />
  );
}
