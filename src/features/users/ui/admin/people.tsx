"use client";

import { useTranslations } from "next-intl";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import { useListView } from "@/components/data-table/use-list-view";
import { Tabs, TabsContent } from "@/components/ui/tabs";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import { trpc } from "@/trpc/react";
import { usePeopleColumns } from "./people-columns";
import { PeopleTable } from "./people-table";
import { PeopleTabs } from "./people-tabs";
import { groupOf, peopleRules } from "./people-view";
import { usePeopleFilters } from "./use-people-filters";

/** Everybody with an account, by group; the choice stands in the address. */
export function People() {
  const t = useTranslations("admin.people");
  const utils = trpc.useUtils();
  const list = useListView(peopleRules);
  const filters = usePeopleFilters();
  const columns = useKeptColumns("people", usePeopleColumns());
  const group = groupOf(list.view);
  return (
    <Tabs
      value={group}
      onValueChange={(next) => {
        list.filter("show", next === "pending" ? null : next);
        void utils.admin.users.counts.invalidate();
      }}
      className="min-w-0 gap-4"
    >
      <PeopleTabs />
      <TabsContent value={group} className="min-w-0 space-y-3">
        <p className="max-w-prose text-pretty text-muted-foreground text-sm">{t(`hint.${group}`)}</p>
        <TableToolbar
          list={list}
          search={{ label: t("search"), hint: t("searchHint") }}
          filters={filters}
          columns={columns}
          exportHref={(format) => `/api/admin/people/export?format=${format}&${list.search}`}
        >
          <SavedViewsMenu list="people" view={list} />
        </TableToolbar>
        <PeopleTable key={group} list={list} columns={columns.shown} />
      </TabsContent>
    </Tabs>
  );
}
