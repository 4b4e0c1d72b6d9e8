import type { UserSummary } from "./dto";

/** Calls back with everybody whom something that a page holds calls by name, at every place where it does. */
export function peopleIn(held: unknown, found: (person: UserSummary) => void): void {
  if (Array.isArray(held)) {
    for (const each of held) peopleIn(each, found);
    return;
  }
  if (held === null || typeof held !== "object") return;
  const { id, username, displayName } = held as Record<string, unknown>;
  if (typeof id === "string" && typeof username === "string" && typeof displayName === "string")
    found({ id, username, displayName });
  for (const each of Object.values(held)) peopleIn(each, found);
}

/** Whether somebody goes by the very same names there. */
export const isCalledAs = (one: UserSummary, other: UserSummary) =>
  one.username === other.username && one.displayName === other.displayName;
