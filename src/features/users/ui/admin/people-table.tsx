"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { UsersRoundIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import type { Selection } from "@/components/data-table/selection";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import type { ListViewState } from "@/components/data-table/use-list-view";
import { EmptyState } from "@/components/empty-state";
import { Button } from "@/components/ui/button";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import type { AdminUser } from "../../dto";
import type { ListUsersInput } from "../../input";
import { groupOf, listInput } from "./people-view";

type Cursor = NonNullable<ListUsersInput["cursor"]>;

/** The people of one group, page by page. */
export function PeopleTable({
  list,
  columns,
  selection,
}: {
  list: ListViewState;
  columns: Column<AdminUser>[];
  selection: Selection;
}) {
  const personName = usePersonName();
  const t = useTranslations("admin.people");
  const { view, search, show } = list;
  const group = groupOf(view);
  const { show: shown, ...narrowing } = view.filters;
  const narrowed = view.query !== "" || Object.keys(narrowing).length > 0;
  const pages = useCursorStack<Cursor>(search);
  const read = trpc.admin.users.list.useQuery(listInput(view, pages.cursor), {
    // Who waits changes by the minute; what was read ahead on the server counts as fresh for a moment.
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });
  const page = useTablePage(pages, read, t("failed"));
  return (
    <DataTable
      caption={`${t("title")}: ${t(group)}`}
      columns={columns}
      rows={read.data?.users}
      rowKey={(person) => person.id}
      rowName={(person) => personName(person)}
      selection={selection}
      sorting={{ sort: view.sort, onSort: (sort) => show({ sort }) }}
      empty={
        narrowed ? (
          <EmptyState
            icon={UsersRoundIcon}
            title={t("empty.search")}
            description={
              view.query ? t("empty.searchDescription", { query: view.query }) : t("empty.filtersDescription")
            }
          >
            <Button
              variant="outline"
              onClick={() => show({ query: "", filters: shown ? { show: shown } : {} })}
            >
              {t("empty.clear")}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState
            icon={UsersRoundIcon}
            title={t(`empty.${group}`)}
            description={t(`empty.${group}Description`)}
          />
        )
      }
      {...page}
    />
  );
}
