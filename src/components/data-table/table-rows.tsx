"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { TableCell, TableHead, TableRow } from "@/components/ui/table";
import { cn } from "@/lib/cn";
import type { Column } from "./column";
import type { Selection } from "./selection";

const cell =
  "max-md:flex max-md:items-baseline max-md:gap-3 max-md:p-0 max-md:empty:hidden max-md:whitespace-normal max-md:wrap-anywhere md:py-2.5 md:first:ps-4 md:last:pe-4";
const labelled =
  "max-md:before:w-24 max-md:before:shrink-0 max-md:before:text-xs max-md:before:text-muted-foreground max-md:before:content-[attr(data-label)]";

/** The rows of a data table; on a phone each one is a card. Roles are spelt out: cards would lose them. */
export function TableRows<Row>({
  columns,
  rows,
  rowKey,
  rowName,
  selection,
}: {
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowName?: (row: Row) => string;
  selection?: Selection;
}) {
  const t = useTranslations("table");
  return rows.map((row) => {
    const key = rowKey(row);
    return (
      <TableRow
        key={key}
        role="row"
        data-state={selection?.isSelected(key) ? "selected" : undefined}
        className="relative max-md:flex max-md:flex-col max-md:gap-2.5 max-md:px-4 max-md:py-4"
      >
        {selection && (
          <TableCell role="cell" className="w-10 max-md:absolute max-md:end-2 max-md:top-4 md:ps-4">
            <Checkbox
              aria-label={t("selectRow", { name: rowName?.(row) ?? key })}
              checked={selection.isSelected(key)}
              onCheckedChange={(checked) => selection.set([key], checked === true)}
              className="max-md:relative max-md:size-5 max-md:after:absolute max-md:after:-inset-3"
            />
          </TableCell>
        )}
        {columns.map((column) =>
          column.namesRow ? (
            <TableHead
              key={column.id}
              scope="row"
              role="rowheader"
              className={cn(
                "h-auto text-start font-normal",
                cell,
                selection && "max-md:pe-10!",
                column.className,
              )}
            >
              {column.cell(row)}
            </TableHead>
          ) : (
            <TableCell
              key={column.id}
              role="cell"
              data-label={column.header}
              className={cn(cell, !column.hideHeader && labelled, column.className)}
            >
              {column.cell(row)}
            </TableCell>
          ),
        )}
      </TableRow>
    );
  });
}
