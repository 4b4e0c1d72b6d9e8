/** Whom a name on screen belongs to. */
export type NamedPerson = { id: string; username: string; displayName: string };

/** Under which a deleted person's messages go on, where nobody has put it into the reader's language. */
export const erasedName = "Deleted user";

/** The user name of a deleted person: it says nothing about them. */
export const erasedUsername = (id: string) => `deleted-${id.replaceAll("-", "").slice(-16)}`;

/** Whether this is what is left of somebody who was deleted. */
export function isErased({ id, username, displayName }: NamedPerson): boolean {
  return displayName === erasedName && username === erasedUsername(id);
}

/** What a person is called in a text; `ifErased` says in the reader's language that they were deleted. */
export const nameOrErased = (person: NamedPerson, ifErased: string) =>
  isErased(person) ? ifErased : person.displayName;
