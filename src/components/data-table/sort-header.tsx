"use client";

import { ArrowDownIcon, ArrowUpIcon, ChevronsUpDownIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { nextSort, type Sort } from "./list-view";

/** A column's header that orders the list. */
export function SortHeader({
  column,
  header,
  sort,
  onSort,
}: {
  column: string;
  header: string;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
}) {
  const Icon =
    sort?.column !== column
      ? ChevronsUpDownIcon
      : sort.direction === "ascending"
        ? ArrowUpIcon
        : ArrowDownIcon;
  return (
    <Button
      variant="ghost"
      size="sm"
      className="-ms-2 h-7 gap-1 px-2 font-medium text-xs"
      onClick={() => onSort(nextSort(sort, column))}
    >
      {header}
      <Icon aria-hidden="true" className="size-3.5 opacity-60" />
    </Button>
  );
}
