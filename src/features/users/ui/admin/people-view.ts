import {
  isDay,
  type ListView,
  type ListViewRules,
  readListView,
  writeListView,
} from "@/components/data-table/list-view";
import { seenChoices } from "../../dto";
import type { ListUsersInput, UserFilter } from "../../input";

/** The groups in which the console shows people, by what there is to do about them. */
export const peopleGroups = [
  "pending",
  "active",
  "suspended",
  "banned",
  "imported",
  "rejected",
  "all",
] as const;
export type PeopleGroup = (typeof peopleGroups)[number];

/** What an address may say of the People page; `show` is the group. */
export const peopleRules: ListViewRules = {
  filters: {
    show: peopleGroups,
    role: ["admin", "moderator", "user"],
    from: isDay,
    to: isDay,
    seen: seenChoices,
    factor: ["yes", "no"],
    country: (value) => /^[A-Za-z]{2}$/.test(value),
  },
  sorts: ["person", "since"],
};

const groups: Record<PeopleGroup, Pick<UserFilter, "status" | "imported">> = {
  pending: { status: "pending" },
  active: { status: "active" },
  suspended: { status: "suspended" },
  banned: { status: "banned" },
  imported: { status: "deactivated", imported: true },
  rejected: { status: "rejected" },
  all: {},
};

/** The group that a view shows: who waits, unless it says otherwise. */
export const groupOf = (view: ListView) => (view.filters.show ?? "pending") as PeopleGroup;

/** The view that an address says. */
export const readPeopleView = (parameters: { get(name: string): string | null }) =>
  readListView(parameters, peopleRules);

/** The address of a view. */
export function peopleHref(view: ListView): string {
  const search = writeListView(view);
  return search ? `/admin/people?${search}` : "/admin/people";
}

/** Whom a view shows. */
export function filterOf(view: ListView): UserFilter {
  const { role, from, to, seen, factor, country } = view.filters;
  return {
    ...groups[groupOf(view)],
    role: role as UserFilter["role"],
    joinedFrom: from,
    joinedTo: to,
    seen: seen as UserFilter["seen"],
    secondFactor: factor === undefined ? undefined : factor === "yes",
    country: country?.toUpperCase(),
    query: view.query,
  };
}

/** What to ask the server for, the same on the server (reading ahead) and in the browser. */
export function listInput(view: ListView, cursor: ListUsersInput["cursor"] = null) {
  const sort: ListUsersInput["sort"] = view.sort?.column === "person" ? "name" : "joined";
  const direction = view.sort?.direction ?? "descending";
  return { ...filterOf(view), sort, direction, cursor, limit: 50 };
}
