import {
  isUsername,
  type ListView,
  type ListViewRules,
  readListView,
  writeListView,
} from "@/components/data-table/list-view";
import { filterCategory, type ReportCategory, reportCategories } from "@/features/reports/categories";
import type { ReportCursor } from "../../dto";
import type { ReportFilter } from "../../input";

export const shownCategories = [...reportCategories, filterCategory] as const;
export const assignments = ["me", "nobody"] as const;

/** What an address may say of the queue. */
export const reportsRules: ListViewRules = {
  filters: {
    status: ["open", "closed"],
    assigned: assignments,
    category: shownCategories,
    about: isUsername,
    by: isUsername,
  },
};

/** The view that an address says. */
export const readReportsView = (parameters: { get(name: string): string | null }) =>
  readListView(parameters, reportsRules);

/** The address of a view. */
export function reportsHref(view: Partial<ListView>): string {
  const search = writeListView({ query: "", filters: {}, sort: null, ...view });
  return search ? `/admin/moderation?${search}` : "/admin/moderation";
}

export const statusOf = ({ filters }: ListView): ReportFilter["status"] =>
  filters.status === "closed" ? "closed" : "open";

/** What to ask the server for, the same on the server (reading ahead) and in the browser. */
export function listInput(view: ListView, cursor: ReportCursor | null = null) {
  const { assigned = "all", category, about, by } = view.filters;
  return {
    status: statusOf(view),
    assigned: assigned as ReportFilter["assigned"],
    category: category as ReportCategory | undefined,
    about,
    by,
    cursor,
    limit: 50,
  };
}
