import { z } from "zod";
import { networkValue } from "@/features/security/input";
import { passwordValue } from "@/features/users/input";
import { knownUsername } from "@/lib/known-username";
import { isStorable } from "@/lib/storable-text";

/** A code of an authenticator app, or a recovery code. */
export const codeValue = z.string().trim().min(1).max(40).refine(isStorable);

export const signInInput = z.strictObject({
  /** E-mail address or user name. */
  login: z.string().trim().min(1).max(254).refine(isStorable),
  password: z.string().min(1).max(200).refine(isStorable),
  code: codeValue
    .optional()
    .describe(
      "A code of the authenticator app or a recovery code, where the refusal SECOND_FACTOR_MISSING asks for it",
    ),
});
export type SignInInput = z.infer<typeof signInInput>;

export const endSessionInput = z.strictObject({ sessionId: z.uuid() });
/** Whether the session that asks ends too. */
export const endSessionsInput = z.strictObject({ everywhere: z.boolean() });

export const changePasswordInput = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  newPassword: passwordValue,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const refreshInput = z.strictObject({ refreshToken: z.string().min(1).max(2_000) });

const countryValue = z.string().regex(/^[A-Z]{2}$/);
const limitValue = z.int().min(1).max(100).default(50);

export const liveSessionFilter = z.strictObject({
  userId: z.uuid().optional(),
  /** a part of the person's name or user name */
  query: z.string().trim().max(80).refine(isStorable).optional(),
  network: networkValue.optional(),
  country: countryValue.optional(),
  client: z.enum(["browser", "api"]).optional(),
});
export type LiveSessionFilter = z.infer<typeof liveSessionFilter>;
export const listLiveSessionsInput = liveSessionFilter.extend({
  cursor: z.uuid().nullish(),
  limit: limitValue,
});
export type ListLiveSessionsInput = z.infer<typeof listLiveSessionsInput>;

const reason = z.string().trim().min(1).max(500).refine(isStorable);
export const revokeSessionInput = z.strictObject({ sessionId: z.uuid(), reason });
export type RevokeSessionInput = z.infer<typeof revokeSessionInput>;

/** Sessions that are to end: these, or whatever a filter of the list matches. */
export const revokeSessionsInput = z.strictObject({
  selected: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("these"), ids: z.array(z.uuid()).min(1).max(1_000) }),
    z.strictObject({ kind: z.literal("all"), filter: liveSessionFilter }),
  ]),
  reason,
});
export type RevokeSessionsInput = z.infer<typeof revokeSessionsInput>;

const attemptOutcomes = ["succeeded", "failed", "locked_out"] as const;
export const listAttemptsInput = z.strictObject({
  outcome: z.enum(attemptOutcomes).optional(),
  userId: z.uuid().optional(),
  /** the user name of whose account it was */
  person: knownUsername.optional(),
  /** days of UTC, the first and the last one */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  network: networkValue.optional(),
  country: countryValue.optional(),
  cursor: z.int().min(1).nullish(),
  limit: limitValue,
});
export type ListAttemptsInput = z.infer<typeof listAttemptsInput>;

const timelinePeriods = ["day", "week", "month"] as const;
export const attemptTimelineInput = z.strictObject({ period: z.enum(timelinePeriods) });
export type AttemptTimelineInput = z.infer<typeof attemptTimelineInput>;
