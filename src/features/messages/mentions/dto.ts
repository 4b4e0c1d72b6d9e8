import type { UserSummary } from "@/features/users/dto";

/** Whom a text may address from here: some members, and whether `@here` and `@all` call everybody. */
export type MentionCandidates = { people: UserSummary[]; everyone: boolean };
