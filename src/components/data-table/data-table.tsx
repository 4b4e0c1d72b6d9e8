"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { ErrorState } from "@/components/error-state";
import { Table, TableBody, TableCaption, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { cn } from "@/lib/cn";
import type { Column } from "./column";
import { type Paging, TablePaging } from "./table-paging";
import { TableRows } from "./table-rows";
import { TableSkeleton } from "./table-skeleton";

/**
 * A list that the server filters, orders and pages: a table on wide screens, cards on phones. Shows that
 * it is loading (no rows yet), that loading failed, that nothing is there, or the rows.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
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
            <TableRow role="row">
              {columns.map((column) => (
                <TableHead
                  key={column.id}
                  scope="col"
                  role="columnheader"
                  aria-sort={column.sorted}
                  className={cn("text-muted-foreground text-xs first:ps-4 last:pe-4", column.className)}
                >
                  {column.hideHeader ? <span className="sr-only">{column.header}</span> : column.header}
                </TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody role="rowgroup" className="max-md:block">
            {rows ? (
              <TableRows columns={columns} rows={rows} rowKey={rowKey} />
            ) : (
              <TableSkeleton columns={columns} />
            )}
          </TableBody>
        </Table>
      </div>
      <TablePaging label={caption} refreshing={refreshing} {...paging} />
    </div>
  );
}
