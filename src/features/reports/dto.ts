import type { UserSummary } from "@/features/users/dto";

export type ReportKind = "message" | "user";
export type ReportOutcome = "dismissed" | "warned" | "removed" | "suspended";

/** A warning that its addressee has not acknowledged yet. */
export type OwnWarning = { id: string; text: string; createdAt: string };

/** What came of a report, for whoever filed it. */
export type ReportResult = {
  reportId: string;
  kind: ReportKind;
  reported: UserSummary;
  outcome: ReportOutcome;
  answer: string | null;
  closedAt: string;
};

/** A message of one's own that a moderator did not let through. */
export type RejectedMessage = { id: string; body: string; reason: string };

/** A conversation of one's own that an administrator reads, or has read. */
export type GlassNotice = {
  grantId: string;
  conversation: string | null;
  by: UserSummary;
  reason: string;
  startedAt: string;
  expiresAt: string;
};

/** What the signed-in person has to be told. */
export type Notices = {
  warnings: OwnWarning[];
  results: ReportResult[];
  rejected: RejectedMessage[];
  glass: GlassNotice[];
};
