"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ListView, type ListViewRules, readListView, writeListView } from "./list-view";

/** The view that the address says, and the way to another one. */
export function useListView(rules: ListViewRules) {
  const path = usePathname();
  const view = readListView(useSearchParams(), rules);
  const search = writeListView(view);
  return {
    view,
    /** the view as text: the scope of a cursor stack and of a selection, and what a saved view holds */
    search,
    show: (change: Partial<ListView>) => go(path, writeListView({ ...view, ...change })),
    /** shows a view that was kept as text */
    open: (kept: string) => go(path, kept),
    filter: (id: string, value: string | null) => {
      const { [id]: _, ...others } = view.filters;
      go(path, writeListView({ ...view, filters: value === null ? others : { ...others, [id]: value } }));
    },
  };
}

export type ListViewState = ReturnType<typeof useListView>;

function go(path: string, search: string) {
  window.history.replaceState(null, "", search ? `${path}?${search}` : path);
}
