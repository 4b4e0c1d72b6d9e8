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
import { useProblem } from "@/trpc/use-problem";
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
  const problemOf = useProblem();
  const nameOf = useAdminConversationName();
  const { view, search, show } = list;
  const narrowed = view.query !== "" || Object.keys(view.filters).length > 0;
  const { cursor, page, goOn, goBack } =
    useCursorStack<NonNullable<AdminConversationPage["nextCursor"]>>(search);
  const { data, error, isPlaceholderData, refetch } = trpc.admin.conversations.list.useQuery(
    listInput(view, cursor),
    { staleTime: 5_000, placeholderData: keepPreviousData },
  );
  const problem = error && problemOf(error);
  const next = data?.nextCursor;
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={data?.conversations}
      rowKey={({ id }) => id}
      rowName={nameOf}
      selection={selection}
      sorting={{ sort: view.sort, onSort: (sort) => show({ sort }) }}
      refreshing={isPlaceholderData}
      problem={
        problem && !data
          ? {
              title: t("failed"),
              description: problem.text,
              requestId: problem.requestId,
              onRetry: () => void refetch(),
            }
          : undefined
      }
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
      paging={{
        page,
        onPrevious: page > 1 ? goBack : undefined,
        onNext: next ? () => goOn(next) : undefined,
      }}
    />
  );
}
