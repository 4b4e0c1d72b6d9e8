import type { ReactNode } from "react";

/** One column of a data table. */
export type Column<Row> = {
  /** names the column wherever it has to be remembered */
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** its cell names the row */
  namesRow?: boolean;
  /** the header is for assistive technology only, also where rows are cards: the cell speaks for itself */
  hideHeader?: boolean;
  /** how the rows are ordered, where it is by this column and nobody can choose */
  sorted?: "ascending" | "descending";
  /** the server can order by it; `id` is then what the sort says */
  sortable?: boolean;
  /** not shown until somebody chooses it */
  initiallyHidden?: boolean;
  className?: string;
};

/** The columns that somebody may leave out: what names a row, and what is done to it, stays. */
export const isChoosable = <Row>(column: Column<Row>) => !column.namesRow && !column.hideHeader;
