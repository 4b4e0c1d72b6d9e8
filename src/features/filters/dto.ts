export type FilterKind = "word" | "phrase" | "pattern" | "domain";
/** Weakest first: what several filters find is decided by the strongest. */
export const filterActions = ["flag", "hold", "refuse"] as const;
export type FilterAction = (typeof filterActions)[number];

export type FilterRule = { kind: FilterKind; text: string; action: FilterAction };

export type MessageFilter = FilterRule & { id: string; enabled: boolean; createdAt: string };

/** What a filter found in a text, as it stands there. */
export type FilterMatch = { action: FilterAction; found: string };
