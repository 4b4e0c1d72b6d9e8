"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { ErrorState } from "@/components/error-state";
import { Table, TableBody, TableCaption, TableHeader } from "@/components/ui/table";
import { cn } from "@/lib/cn";
import type { Column } from "./column";
import type { Selection } from "./selection";
import { type Sorting, TableHeadRow } from "./table-head-row";
import { type Paging, TablePaging } from "./table-paging";
import { TableRows } from "./table-rows";
import { TableSkeleton } from "./table-skeleton";

/**
 * A list that the server filters, orders and pages: a table on wide screens, cards on phones. Shows that
 * it is loading (no rows yet), that loading failed, that nothing is there, or the rows.
 *
 * A list of the console takes what it needs of these parts, each by itself:
 *
 *     const list = useListView({ filters: { role: ["admin", "user"], since: isDay }, sorts: ["name"] });
 *     const columns = useKeptColumns("people", usePeopleColumns());
 *     const pages = useCursorStack<Cursor>(list.search);
 *     const selection = useSelection(list.search);
 *     const read = trpc.….list.useQuery({ ...inputOf(list.view), cursor: pages.cursor });
 *     const page = useTablePage(pages, read, t("failed"));
 *
 *     <TableToolbar list={list} search={…} filters={[…]} columns={columns} exportHref={…}>
 *       <SavedViewsMenu list="people" view={list} />      (features/saved-views/ui)
 *     </TableToolbar>
 *     <DataTable columns={columns.shown} rows={read.data?.rows} selection={selection} {...page}
 *       sorting={{ sort: list.view.sort, onSort: (sort) => list.show({ sort }) }} … />
 *     <SelectionBar selection={selection} matching={count}>buttons</SelectionBar>
 *
 * The view stands in the address; a page reads it with `readListView` to read the first rows ahead.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowName,
  sorting,
  selection,
  refreshing = false,
  problem,
  empty,
  paging,
}: {
  /** says what the table lists, to assistive technology */
  caption: string;
  columns: Column<Row>[];
  /** absent while the first page is on its way */
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  /** what a row is called where it is chosen */
  rowName?: (row: Row) => string;
  /** how the rows are ordered, for columns that are `sortable` */
  sorting?: Sorting;
  /** makes rows choosable */
  selection?: Selection;
  /** the rows are those of a moment ago, others are on their way */
  refreshing?: boolean;
  problem?: { title: string; description?: string; requestId?: string | null; onRetry: () => void };
  /** stands in for a table without rows */
  empty: ReactNode;
  paging: Paging;
}) {
  const t = useTranslations("common");
  const top = useRef<HTMLDivElement>(null);
  const shownPage = useRef(paging.page);

  // The buttons are below the rows: another page is read from its beginning.
  useEffect(() => {
    if (shownPage.current !== paging.page) top.current?.scrollIntoView({ block: "start" });
    shownPage.current = paging.page;
  }, [paging.page]);

  if (problem) return <ErrorState {...problem} className="rounded-lg border" />;
  if (rows?.length === 0 && paging.page === 1) {
    return <div className="rounded-lg border border-dashed">{empty}</div>;
  }
  return (
    <div ref={top} aria-busy={!rows || refreshing} className="scroll-mt-18">
      <p role="status" className="sr-only">
        {rows ? "" : t("loading")}
      </p>
      <div className={cn("overflow-hidden rounded-lg border bg-card", refreshing && "opacity-60")}>
        <Table role="table" className="max-md:block">
          <TableCaption className="sr-only">{caption}</TableCaption>
          <TableHeader role="rowgroup" className="bg-muted/50 max-md:sr-only">
            <TableHeadRow
              columns={columns}
              sorting={sorting}
              selection={selection}
              rowIds={rows?.map(rowKey) ?? []}
            />
          </TableHeader>
          <TableBody role="rowgroup" className="max-md:block">
            {rows ? (
              <TableRows
                columns={columns}
                rows={rows}
                rowKey={rowKey}
                rowName={rowName}
                selection={selection}
              />
            ) : (
              <TableSkeleton columns={selection ? [{ id: "selection" }, ...columns] : columns} />
            )}
          </TableBody>
        </Table>
      </div>
      <TablePaging label={caption} refreshing={refreshing} {...paging} />
    </div>
  );
}
