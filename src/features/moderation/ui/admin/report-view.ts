import { filterCategory, type ReportCategory, reportCategories } from "@/features/reports/categories";
import type { ReportCursor } from "../../dto";

const statuses = ["open", "closed"] as const;
export const shownCategories = [...reportCategories, filterCategory] as const;
export const assignments = ["all", "me", "nobody"] as const;

/** Which reports are shown; stands in the page's address. */
export type ReportView = {
  status: (typeof statuses)[number];
  assigned: (typeof assignments)[number];
  category: ReportCategory | null;
};

export function readReportView(parameters: { get(name: string): string | null }): ReportView {
  return {
    status: statuses.find((each) => each === parameters.get("status")) ?? "open",
    assigned: assignments.find((each) => each === parameters.get("assigned")) ?? "all",
    category: shownCategories.find((each) => each === parameters.get("category")) ?? null,
  };
}

/** The address of a view. */
export function reportsHref({ status, assigned, category }: ReportView): string {
  const parameters = new URLSearchParams();
  if (status !== "open") parameters.set("status", status);
  if (assigned !== "all") parameters.set("assigned", assigned);
  if (category) parameters.set("category", category);
  return parameters.size > 0 ? `/admin/moderation?${parameters}` : "/admin/moderation";
}

/** What to ask the server for, the same on the server (reading ahead) and in the browser. */
export function listInput({ status, assigned, category }: ReportView, cursor: ReportCursor | null = null) {
  return { status, assigned, category: category ?? undefined, cursor, limit: 50 };
}
