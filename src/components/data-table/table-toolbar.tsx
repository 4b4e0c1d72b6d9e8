"use client";

import type { ReactNode } from "react";
import { ColumnMenu } from "./column-menu";
import { ExportMenu } from "./export-menu";
import { FilterChips } from "./filter-chips";
import type { Filter } from "./filter-field";
import { FilterMenu } from "./filter-menu";
import { TableSearch } from "./table-search";
import type { ListViewState } from "./use-list-view";

/** What stands above a list: search, filters, columns, export, and what the list adds (saved views, buttons). */
export function TableToolbar({
  list,
  search,
  filters = [],
  columns,
  exportHref,
  children,
}: {
  list: ListViewState;
  /** absent where the list cannot be searched */
  search?: { label: string; hint: string };
  filters?: Filter[];
  columns?: Parameters<typeof ColumnMenu>[0];
  /** the address of the export of what is shown; absent where there is none */
  exportHref?: (format: "csv" | "json") => string;
  children?: ReactNode;
}) {
  const { view, show, filter } = list;
  return (
    <div className="grid gap-2.5">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        {search && <TableSearch {...search} query={view.query} onSearch={(query) => show({ query })} />}
        {filters.length > 0 && <FilterMenu filters={filters} values={view.filters} onChange={filter} />}
        {columns && <ColumnMenu {...columns} />}
        {exportHref && <ExportMenu href={exportHref} />}
        {children}
      </div>
      <FilterChips filters={filters} values={view.filters} onChange={filter} />
    </div>
  );
}
