import type { NamedPerson } from "@/lib/erased";
import type { SecurityEventKind } from "./event-kinds";
import type { RateLimitRule } from "./rate-limit-rules";

export type IpRule = {
  id: string;
  kind: "block" | "allow";
  network: string;
  reason: string;
  automatic: boolean;
  /** who made it; null when the product did, or when they are gone */
  createdBy: NamedPerson | null;
  createdAt: string;
  expiresAt: string | null;
  expired: boolean;
  hits: number;
  lastHitAt: string | null;
};
export type IpRulePage = { rules: IpRule[]; nextCursor: string | null };

/** What a rule would do, before it is saved. */
export type IpRuleCheck = {
  /** as it would be stored */
  network: string;
  ownAddress: string | null;
  /** whether the asker would be shut out by it */
  locksOut: boolean;
  /** people whose sessions were last used from there, the asker's own left out */
  peopleAffected: number;
};

export type SecurityEvent = {
  id: number;
  kind: SecurityEventKind;
  score: number;
  /** how often within the hour */
  times: number;
  at: string;
  lastAt: string;
  ip: string | null;
  country: string | null;
  person: NamedPerson | null;
  facts: Record<string, string | number>;
  blockedUntil: string | null;
  acknowledgedAt: string | null;
  acknowledgedBy: NamedPerson | null;
};
export type SecurityEventPage = { events: SecurityEvent[]; nextCursor: number | null };

/** A rate limit at this moment, and whom it held back within a day. */
export type RateLimitState = {
  rule: RateLimitRule;
  allowed: number;
  seconds: number;
  refusals: number;
};
export type RateLimitRefusal = {
  id: number;
  rule: RateLimitRule;
  scope: "person" | "address" | "subnet";
  person: NamedPerson | null;
  network: string | null;
  times: number;
  lastAt: string;
};
export type RateLimitOverview = {
  /** where events are counted: in each process's memory, or in Redis for all of them */
  store: "memory" | "redis";
  rules: RateLimitState[];
  refusals: RateLimitRefusal[];
};
