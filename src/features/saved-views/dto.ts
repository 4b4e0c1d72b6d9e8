/** A view of a list that somebody keeps for themselves; `search` is the part of an address that says it. */
export type SavedView = { id: string; name: string; search: string };

/** More views than this of one list help nobody. */
export const savedViewsMaximum = 50;
