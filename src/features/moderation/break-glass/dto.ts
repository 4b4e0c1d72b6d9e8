import type { UserSummary } from "@/features/users/dto";

export const glassStatuses = ["requested", "active", "refused", "ended"] as const;
export type GlassStatus = (typeof glassStatuses)[number];

/** An administrator's leave to read one conversation. */
export type Grant = {
  id: string;
  /** What is read: a group by its name, a direct conversation by the people in it. */
  conversation: { id: string; kind: "direct" | "group"; name: string | null; people: UserSummary[] };
  requestedBy: UserSummary;
  decidedBy: UserSummary | null;
  reason: string;
  minutes: number;
  status: GlassStatus;
  createdAt: string;
  startedAt: string | null;
  expiresAt: string | null;
  /** How long it is still open, by the server's clock; 0 where it is not. */
  remainingMs: number;
};
export type GrantCursor = { createdAt: string; id: string };
export type GrantPage = { grants: Grant[]; nextCursor: GrantCursor | null };

/** What the instance's rules say of such requests. */
export type GlassPolicy = { needsSecondAdmin: boolean; tellsOwners: "at-once" | "afterwards" | "never" };
