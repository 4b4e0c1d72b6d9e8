import { TableCell, TableHead, TableRow } from "@/components/ui/table";
import { cn } from "@/lib/cn";
import type { Column } from "./column";

const cell =
  "max-md:flex max-md:items-baseline max-md:gap-3 max-md:p-0 max-md:empty:hidden max-md:whitespace-normal md:py-2.5 md:first:ps-4 md:last:pe-4";
const labelled =
  "max-md:before:w-24 max-md:before:shrink-0 max-md:before:text-xs max-md:before:text-muted-foreground max-md:before:content-[attr(data-label)]";

/** The rows of a data table; on a phone each one is a card. Roles are spelt out: cards would lose them. */
export function TableRows<Row>({
  columns,
  rows,
  rowKey,
}: {
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
}) {
  return rows.map((row) => (
    <TableRow
      key={rowKey(row)}
      role="row"
      className="max-md:flex max-md:flex-col max-md:gap-2.5 max-md:px-4 max-md:py-4"
    >
      {columns.map((column) =>
        column.namesRow ? (
          <TableHead
            key={column.id}
            scope="row"
            role="rowheader"
            className={cn("h-auto text-start font-normal", cell, column.className)}
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
  ));
}
