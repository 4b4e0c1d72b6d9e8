/** How much an action asks to be looked at. */
export type Severity = "routine" | "security" | "critical";

/** Something that an entry speaks of; no name: there is none, or it is gone. */
export type Named = { id: string; name: string | null };

export type AuditEntry = {
  id: number;
  at: string;
  action: string;
  category: string;
  severity: Severity;
  /** null: the product itself, or somebody who was not signed in */
  actor: Named | null;
  target: Named & { type: string };
  ip: string | null;
  country: string | null;
  reason: string | null;
};
export type AuditCursor = { at: string; id: number };
export type AuditPage = { entries: AuditEntry[]; nextCursor: AuditCursor | null };

export type AuditEntryDetail = AuditEntry & {
  sessionId: string | null;
  userAgent: string | null;
  requestId: string | null;
  before: unknown;
  after: unknown;
  /** its place in the hash chain; null for the moment before it is sealed */
  link: { position: number; hash: string } | null;
};

/** What can be filtered by. */
export type AuditAction = { action: string; category: string; severity: Severity; targetType: string };

export type TimelineUnit = "hour" | "day" | "month";
/** How many entries when; `at` is the beginning of each unit, in UTC, without gaps. */
export type AuditTimeline = { unit: TimelineUnit; buckets: { at: string; count: number }[] };

export type ActionCount = { action: string; severity: Severity; count: number };
export type ActorCount = { actor: Named | null; count: number };
export type TargetCount = { target: Named & { type: string }; count: number };
export type AuditStatistics = {
  total: number;
  byAction: ActionCount[];
  byActor: ActorCount[];
  timeline: AuditTimeline;
};

/** What is wrong with an audit log, and the first place where that shows. */
export type Broken = {
  kind: "changed" | "removed" | "inserted" | "reordered" | "link-removed" | "seal-wrong" | "anchor-wrong";
  position: number | null;
  entryId: number | null;
};
export type Verification = {
  position: number;
  start: number;
  end: number;
  done: boolean;
  broken: Broken | null;
};
export type ChainState = {
  /** the chain reaches from the first to the last position */
  start: number;
  end: number;
  hash: string;
  /** entries that are not sealed yet */
  waiting: number;
  keyId: string;
  lastCheck: { at: string; entries: number; broken: Broken | null } | null;
};

export type AuditExport = {
  id: string;
  createdAt: string;
  createdBy: Named;
  format: "ndjson" | "csv";
  filter: Record<string, string>;
  /** null: the file was not sent to its end (yet) */
  finished: { at: string; entries: number; sha256: string } | null;
};

export type AuditReport = {
  from: string;
  to: string;
  total: number;
  actors: number;
  byAction: ActionCount[];
  byActor: ActorCount[];
  byTarget: TargetCount[];
  timeline: AuditTimeline;
  /** what an auditor wants to see one by one: the gravest entries, newest first, and how many there are */
  critical: { count: number; entries: AuditEntry[] };
  chain: ChainState;
};
