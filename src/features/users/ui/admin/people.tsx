"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { SelectionBar } from "@/components/data-table/selection-bar";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import { useListView } from "@/components/data-table/use-list-view";
import { useSelection } from "@/components/data-table/use-selection";
import { useChannel } from "@/components/listen";
import { Tabs, TabsContent } from "@/components/ui/tabs";
import { useOnceLeft } from "@/components/use-once-left";
import { useReadSoon } from "@/components/use-read-soon";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import { trpc } from "@/trpc/react";
import { peopleChannel } from "../../channels";
import type { UserFilter } from "../../input";
import { usePeopleColumns } from "./people-columns";
import { PeopleTable } from "./people-table";
import { PeopleTabs } from "./people-tabs";
import { filterOf, groupOf, peopleRules } from "./people-view";
import { usePeopleFilters } from "./use-people-filters";

type Chosen = {
  selected: { kind: "these"; ids: string[] } | { kind: "all"; filter: UserFilter };
  count: number;
  /** chooses nobody any more */
  clear: () => void;
};

/** Everybody with an account, by group, live; the choice stands in the address. `actions` is what can be done with many. */
export function People({ actions }: { actions: (chosen: Chosen) => ReactNode }) {
  const t = useTranslations("admin.people");
  const utils = trpc.useUtils();
  const list = useListView(peopleRules);
  const filters = usePeopleFilters();
  const columns = useKeptColumns("people", usePeopleColumns());
  const table = useRef<HTMLDivElement>(null);
  const readList = useOnceLeft(table, () => void utils.admin.users.list.invalidate());
  const readAnew = useReadSoon(() => {
    readList();
    return utils.admin.users.counts.invalidate();
  });
  useChannel(peopleChannel, readAnew, readAnew);
  const group = groupOf(list.view);
  const filter = filterOf(list.view);
  const selection = useSelection(list.search);
  const { selected, all, count } = selection;
  const { data: matching } = trpc.admin.users.countMatching.useQuery(filter, {
    enabled: all || count > 0,
    staleTime: 5_000,
  });
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
        <div ref={table}>
          <PeopleTable key={group} list={list} columns={columns.shown} selection={selection} />
        </div>
        <SelectionBar selection={selection} matching={matching}>
          {actions({
            selected: selected.kind === "all" ? { kind: "all", filter } : selected,
            count: all ? (matching ?? 0) : count,
            clear: selection.clear,
          })}
        </SelectionBar>
      </TabsContent>
    </Tabs>
  );
}
