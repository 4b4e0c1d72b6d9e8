"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { UsersRoundIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { EmptyState } from "@/components/empty-state";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { ListUsersInput } from "../../input";
import { usePeopleColumns } from "./people-columns";
import { listInput, type PeopleView } from "./people-view";

type Cursor = NonNullable<ListUsersInput["cursor"]>;

/** The people of one group, page by page. */
export function PeopleTable({ view, onClearSearch }: { view: PeopleView; onClearSearch: () => void }) {
  const t = useTranslations("admin.people");
  const problemOf = useProblem();
  const columns = usePeopleColumns();
  const { cursor, page, goOn, goBack } = useCursorStack<Cursor>(view.query);
  const { data, error, isPlaceholderData, refetch } = trpc.admin.users.list.useQuery(
    listInput(view, cursor),
    {
      // Who waits changes by the minute; what was read ahead on the server counts as fresh for a moment.
      staleTime: 5_000,
      placeholderData: keepPreviousData,
    },
  );
  const problem = error && problemOf(error);
  const next = data?.nextCursor;
  return (
    <DataTable
      caption={`${t("title")}: ${t(view.group)}`}
      columns={columns}
      rows={data?.users}
      rowKey={(person) => person.id}
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
        view.query ? (
          <EmptyState
            icon={UsersRoundIcon}
            title={t("empty.search")}
            description={t("empty.searchDescription", { query: view.query })}
          >
            <Button variant="outline" onClick={onClearSearch}>
              {t("empty.clear")}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState
            icon={UsersRoundIcon}
            title={t(`empty.${view.group}`)}
            description={t(`empty.${view.group}Description`)}
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
