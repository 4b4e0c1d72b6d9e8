import { z } from "zod";
import { knownUsername } from "@/lib/known-username";
import { isStorable } from "@/lib/storable-text";
import { securityEventKindNames } from "./event-kinds";

/** An address or a network: `203.0.113.9`, `10.0.0.0/8`, `2001:db8::/32`. */
export const networkValue = z
  .string()
  .trim()
  .max(50)
  .pipe(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]));
const reasonValue = z.string().trim().min(1).max(500).refine(isStorable);
const limitValue = z.int().min(1).max(100).default(50);
/** Events and attempts are numbered; a page goes on below the last one's number. */
const numberCursor = z.int().min(1).nullish();

const ipRuleKinds = ["block", "allow"] as const;
/** How long a rule stands, in hours; null: until somebody removes it. */
const lifetimeValue = z
  .int()
  .min(1)
  .max(24 * 365)
  .nullable();

export const addIpRuleInput = z.strictObject({
  kind: z.enum(ipRuleKinds),
  network: networkValue,
  reason: reasonValue,
  lifetimeHours: lifetimeValue,
});
export type AddIpRuleInput = z.infer<typeof addIpRuleInput>;

export const checkIpRuleInput = z.strictObject({ kind: z.enum(ipRuleKinds), network: networkValue });
export type CheckIpRuleInput = z.infer<typeof checkIpRuleInput>;

export const changeIpRuleInput = z.strictObject({
  ruleId: z.uuid(),
  reason: reasonValue,
  lifetimeHours: lifetimeValue,
});
export type ChangeIpRuleInput = z.infer<typeof changeIpRuleInput>;

export const removeIpRuleInput = z.strictObject({ ruleId: z.uuid(), reason: reasonValue });
export type RemoveIpRuleInput = z.infer<typeof removeIpRuleInput>;

export const ipRuleFilter = z.strictObject({
  kind: z.enum(ipRuleKinds).optional(),
  /** rules that this address or network is part of */
  network: networkValue.optional(),
});
export type IpRuleFilter = z.infer<typeof ipRuleFilter>;

/** Rules that are to go: these, or whatever a filter of the list matches. */
export const removeIpRulesInput = z.strictObject({
  selected: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("these"), ids: z.array(z.uuid()).min(1).max(1_000) }),
    z.strictObject({ kind: z.literal("all"), filter: ipRuleFilter }),
  ]),
  reason: reasonValue,
});
export type RemoveIpRulesInput = z.infer<typeof removeIpRulesInput>;

export const listIpRulesInput = ipRuleFilter.extend({
  cursor: z.uuid().nullish(),
  limit: limitValue,
});
export type ListIpRulesInput = z.infer<typeof listIpRulesInput>;

export const securityEventFilter = z.strictObject({
  kind: z.enum(securityEventKindNames).optional(),
  /** only those that nobody has acknowledged */
  open: z.boolean().default(false),
  userId: z.uuid().optional(),
  /** the user name of whom it is about */
  person: knownUsername.optional(),
  /** days of UTC, the first and the last one */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  network: networkValue.optional(),
});
export type SecurityEventFilter = z.infer<typeof securityEventFilter>;

export const listSecurityEventsInput = securityEventFilter.extend({
  cursor: numberCursor,
  limit: limitValue,
});
export type ListSecurityEventsInput = z.infer<typeof listSecurityEventsInput>;

const eventIdValue = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
export const securityEventInput = z.strictObject({ eventId: eventIdValue });
export type SecurityEventInput = z.infer<typeof securityEventInput>;

export const acknowledgeSecurityEventsInput = z.strictObject({
  eventIds: z.array(eventIdValue).min(1).max(100),
});
export type AcknowledgeSecurityEventsInput = z.infer<typeof acknowledgeSecurityEventsInput>;

/** Events that somebody has seen to: these, or whatever a filter of the list matches. */
export const acknowledgeManyEventsInput = z.strictObject({
  selected: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("these"), ids: z.array(eventIdValue).min(1).max(1_000) }),
    z.strictObject({ kind: z.literal("all"), filter: securityEventFilter }),
  ]),
});
export type AcknowledgeManyEventsInput = z.infer<typeof acknowledgeManyEventsInput>;
