"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { TableHead, TableRow } from "@/components/ui/table";
import { cn } from "@/lib/cn";
import type { Column } from "./column";
import type { Sort } from "./list-view";
import type { Selection } from "./selection";
import { SortHeader } from "./sort-header";

export type Sorting = { sort: Sort | null; onSort: (sort: Sort | null) => void };

/** The headers of a data table: they order it, and the first one chooses all rows of the page. */
export function TableHeadRow<Row>({
  columns,
  sorting,
  selection,
  rowIds,
}: {
  columns: Column<Row>[];
  sorting?: Sorting;
  selection?: Selection;
  rowIds: string[];
}) {
  const t = useTranslations("table");
  const chosen = selection ? rowIds.filter(selection.isSelected).length : 0;
  const sortOf = (column: Column<Row>) =>
    sorting?.sort ? (sorting.sort.column === column.id ? sorting.sort.direction : undefined) : column.sorted;
  return (
    <TableRow role="row">
      {selection && (
        <TableHead scope="col" role="columnheader" className="w-10 ps-4">
          <Checkbox
            aria-label={t("selectPage")}
            checked={chosen > 0 && (chosen === rowIds.length || "indeterminate")}
            onCheckedChange={(checked) => selection.set(rowIds, checked === true)}
          />
        </TableHead>
      )}
      {columns.map((column) => (
        <TableHead
          key={column.id}
          scope="col"
          role="columnheader"
          aria-sort={sortOf(column)}
          className={cn("text-muted-foreground text-xs first:ps-4 last:pe-4", column.className)}
        >
          {column.hideHeader ? (
            <span className="sr-only">{column.header}</span>
          ) : column.sortable && sorting ? (
            <SortHeader column={column.id} header={column.header} {...sorting} />
          ) : (
            column.header
          )}
        </TableHead>
      ))}
    </TableRow>
  );
}
