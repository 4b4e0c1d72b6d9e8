import type { ReportCategory } from "@/features/reports/categories";
import type { ReportKind, ReportOutcome } from "@/features/reports/dto";
import type { UserRole, UserStatus, UserSummary } from "@/features/users/dto";

/** A message as it was when it was reported. */
export type EvidenceMessage = {
  id: string;
  author: UserSummary;
  body: string;
  createdAt: string;
  editedAt: string | null;
};
export type Evidence = { message: EvidenceMessage; around: EvidenceMessage[] };

/** A report as the queue lists it. */
export type ReportSummary = {
  id: string;
  kind: ReportKind;
  category: ReportCategory;
  text: string;
  /** The beginning of what the reported message said. */
  excerpt: string | null;
  reporter: UserSummary | null;
  reported: UserSummary;
  assignee: UserSummary | null;
  status: "open" | "closed";
  outcome: ReportOutcome | null;
  /** Open reports about the same message or person, this one among them. */
  alike: number;
  createdAt: string;
  closedAt: string | null;
};

export type ReportCursor = { at: string; id: string };
export type ReportPage = { reports: ReportSummary[]; nextCursor: ReportCursor | null };

/** A report with all that its reader may know: nothing is read from the conversation itself. */
export type ReportDetail = ReportSummary & {
  evidence: Evidence | null;
  /** Where the message was written; the name of a group, nothing of a direct conversation. */
  conversation: { kind: "direct" | "group"; name: string | null } | null;
  /** What became of the message since. */
  messageState: "unchanged" | "edited" | "deleted" | null;
  /** What is known of the person besides this report. */
  record: { earlierReports: number; warnings: number; status: UserStatus; role: UserRole };
  answer: string | null;
  closedBy: UserSummary | null;
};

export type ReportCounts = { open: number; mine: number; unassigned: number };

export type AnswerTemplate = { id: string; title: string; body: string; updatedAt: string };
