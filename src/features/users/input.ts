import { z } from "zod";
import { densities, themes, timeFormats } from "@/lib/appearance";
import { locales } from "@/lib/locales";
import { isTimeZone } from "@/lib/time-zones";
import { seenChoices } from "./dto";

export const usernameValue = z
  .string()
  .trim()
  .min(2)
  .max(64)
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?$/u);
export const displayNameValue = z.string().trim().min(1).max(80);
export const emailValue = z.email().trim().max(254);
/** Length is what makes a password strong; NIST SP 800-63B asks for no composition rules. */
export const passwordOf = (minimum: number) => z.string().min(minimum).max(200);
/** What no instance allows to be shorter; its own minimum is the setting's. */
export const passwordValue = passwordOf(8);
/** The secret part of a one-time link: 32 random bytes, base64url. */
const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A name of the IANA's database of time zones. */
export const timeZoneValue = z.string().max(60).refine(isTimeZone);

/** What an account needs, whoever it is made for. */
export const accountInput = z.strictObject({
  displayName: displayNameValue,
  username: usernameValue,
  email: emailValue,
  password: passwordValue,
  /** as the browser has them */
  locale: z.enum(locales).optional(),
  timeZone: timeZoneValue.optional(),
});
export type AccountInput = z.infer<typeof accountInput>;

export const registerInput = accountInput.extend({
  /** the page of ours that was wanted: the link that confirms the address leads on to it */
  next: z.string().max(500).optional(),
});
export type RegisterInput = z.infer<typeof registerInput>;

export const accountLinkInput = z.strictObject({ token: linkToken });
export const acceptLinkInput = accountInput.extend({ token: linkToken });
export type AcceptLinkInput = z.infer<typeof acceptLinkInput>;

export const searchUsersInput = z.strictObject({ query: z.string().trim().max(80) });

/** Which people: everything that is given must be true of them. */
export const userFilter = z.strictObject({
  status: z.enum(["pending", "active", "suspended", "banned", "rejected", "deactivated"]).optional(),
  role: z.enum(["admin", "moderator", "user"]).optional(),
  /** only people whom an import brought, or only others */
  imported: z.boolean().optional(),
  /** the first and the last day (UTC) on which the account was made */
  joinedFrom: z.iso.date().optional(),
  joinedTo: z.iso.date().optional(),
  seen: z.enum(seenChoices).optional(),
  /** only people who have set up codes or a passkey, or only others */
  secondFactor: z.boolean().optional(),
  /** where they last signed in: two letters (ISO 3166) */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  query: z.string().trim().max(80).optional(),
});
export type UserFilter = z.infer<typeof userFilter>;

export const listUsersInput = userFilter
  .extend({
    sort: z.enum(["joined", "name"]).default("joined"),
    direction: z.enum(["ascending", "descending"]).default("descending"),
    /** the last row's value of what the list is sorted by, and its id */
    cursor: z.strictObject({ key: z.string().max(80), id: z.uuid() }).nullish(),
    limit: z.int().min(1).max(100).default(50),
  })
  .refine(({ sort, cursor }) => !cursor || sort === "name" || z.iso.datetime().safeParse(cursor.key).success);
export type ListUsersInput = z.infer<typeof listUsersInput>;

export const approveUserInput = z.strictObject({ userId: z.uuid() });
const reasonValue = z.string().trim().min(1).max(500);
export const rejectUserInput = z.strictObject({ userId: z.uuid(), reason: reasonValue });
export const suspendUserInput = z.strictObject({
  userId: z.uuid(),
  reason: reasonValue,
  /** when the suspension ends by itself; null: when an administrator ends it */
  until: z.iso.datetime().nullable(),
});
export type SuspendUserInput = z.infer<typeof suspendUserInput>;
export const banUserInput = z.strictObject({ userId: z.uuid(), reason: reasonValue });
export const reactivateUserInput = z.strictObject({ userId: z.uuid() });
export const setRoleInput = z.strictObject({
  userId: z.uuid(),
  role: z.enum(["admin", "moderator", "user"]),
  reason: reasonValue,
});
export type SetRoleInput = z.infer<typeof setRoleInput>;
export const resetPasswordOfInput = z.strictObject({ userId: z.uuid() });
export const confirmEmailOfInput = z.strictObject({ userId: z.uuid() });
/** With an address the invitation is mailed there. */
export const inviteUserInput = z.strictObject({ userId: z.uuid(), email: emailValue.optional() });
export const inviteByEmailInput = z.strictObject({ email: emailValue });

/** E-mail address or user name. */
export const requestMailInput = z.strictObject({ login: z.string().trim().min(1).max(254) });
export const resetPasswordInput = z.strictObject({ token: linkToken, password: passwordValue });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;
export const profileInput = z.strictObject({ userId: z.uuid() });

/** What is not given stays as it is. */
export const updatePreferencesInput = z.strictObject({
  readReceipts: z.boolean().optional(),
  theme: z.enum(themes).optional(),
  density: z.enum(densities).optional(),
  timeFormat: z.enum(timeFormats).optional(),
  locale: z.enum(locales).optional(),
});
export type UpdatePreferencesInput = z.infer<typeof updatePreferencesInput>;
