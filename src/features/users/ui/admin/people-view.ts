import type { ListUsersInput } from "../../input";

/** The groups in which the console shows people, by what there is to do about them. */
export const peopleGroups = ["pending", "active", "imported", "rejected", "all"] as const;
export type PeopleGroup = (typeof peopleGroups)[number];

/** What the People page shows; all of it stands in the page's address. */
export type PeopleView = { group: PeopleGroup; query: string };

type Cursor = NonNullable<ListUsersInput["cursor"]>;

const filters: Record<PeopleGroup, Pick<ListUsersInput, "status" | "imported">> = {
  pending: { status: "pending" },
  active: { status: "active" },
  imported: { status: "deactivated", imported: true },
  rejected: { status: "rejected" },
  all: {},
};

/** Reads the view from an address; whatever makes no sense there falls back to who waits. */
export function readPeopleView(parameters: { get(name: string): string | null }): PeopleView {
  const group = peopleGroups.find((each) => each === parameters.get("show")) ?? "pending";
  return { group, query: (parameters.get("q") ?? "").trim().slice(0, 80) };
}

/** The address of a view. */
export function peopleHref({ group, query }: PeopleView): string {
  const parameters = new URLSearchParams();
  if (group !== "pending") parameters.set("show", group);
  if (query) parameters.set("q", query);
  return parameters.size > 0 ? `/admin/people?${parameters}` : "/admin/people";
}

/** What to ask the server for, the same on the server (reading ahead) and in the browser. */
export function listInput(view: PeopleView, cursor: Cursor | null = null) {
  return { ...filters[view.group], query: view.query, cursor, limit: 50 };
}
