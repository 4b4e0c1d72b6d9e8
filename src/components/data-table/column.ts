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
  /** how the rows are ordered, where it is by this column */
  sorted?: "ascending" | "descending";
  className?: string;
};
