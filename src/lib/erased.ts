import type { UserSummary } from "./dto";

/** Under which a deleted person's messages go on, where nobody has put it into the reader's language. */
export const erasedName = "Deleted user";

/** The user name of a deleted person: it says nothing about them. */
export const erasedUsername = (id: string) => `deleted-${id.replaceAll("-", "").slice(-16)}`;

/** Whether this is what is left of somebody who was deleted. */
export function isErased({ id, username, displayName }: UserSummary): boolean {
  return displayName === erasedName && username === erasedUsername(id);
}
