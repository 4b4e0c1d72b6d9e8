import { z } from "zod";
import { apiOriginsValue } from "./api-origins";

/** Every setting of the instance: its values and its default. A setting exists only if something reads it. */
export const settingsRegistry = {
  instanceName: { value: z.string().trim().min(1).max(60), initial: "OffChat" },
  signUpPolicy: { value: z.enum(["open", "approval", "closed"]), initial: "approval" },
  /** New people prove their e-mail address before they first sign in; where there is mail. */
  requireVerifiedEmail: { value: z.boolean(), initial: true },
  /** The shortest password that somebody may choose; those chosen before stay. */
  passwordMinimumLength: { value: z.int().min(8).max(64), initial: 10 },
  /** Other sites whose scripts may call the interface for programs, one a line. */
  apiOrigins: { value: apiOriginsValue, initial: "" },
  messageMaximumLength: { value: z.int().min(100).max(20_000), initial: 8_000 },
  /** How long authors may delete their own messages, in minutes. */
  messageDeletionMinutes: { value: z.int().min(0).max(525_600), initial: 1_440 },
  /** In groups up to this size everybody may use @here and @all. */
  mentionEveryoneMaximumMembers: { value: z.int().min(0).max(100_000), initial: 30 },

  // How people are told of things until they choose for themselves, each of them by itself.
  initialNotificationLevel: { value: z.enum(["all", "mentions", "none"]), initial: "mentions" },
  initialSounds: { value: z.boolean(), initial: true },
  /** Whether push messages and mail show what was written. */
  initialPushText: { value: z.boolean(), initial: true },
  initialDigest: { value: z.enum(["off", "hourly", "daily"]), initial: "off" },

  /** Whether the server looks at what links lead to, and so tells their hosts that somebody here named them. */
  linkPreviews: { value: z.boolean(), initial: true },
  /** Where answers to the instance's mail go; empty: to its sender. */
  mailReplyTo: { value: z.union([z.literal(""), z.email().max(254)]), initial: "" },
  /** Words below every mail, such as who runs the instance. */
  mailFooter: { value: z.string().trim().max(500), initial: "" },
  /** Only administrators may come in; everybody else is told why and, as far as it is known, until when. */
  maintenanceMode: { value: z.boolean(), initial: false },
  maintenanceMessage: { value: z.string().trim().max(300), initial: "" },
  maintenanceUntil: { value: z.union([z.literal(""), z.iso.datetime()]), initial: "" },

  /** Reading a private conversation takes the consent of a second administrator. */
  breakGlassNeedsSecondAdmin: { value: z.boolean(), initial: false },
  /** When those who own a conversation learn that an administrator read it. */
  breakGlassTellsOwners: { value: z.enum(["at-once", "afterwards", "never"]), initial: "at-once" },

  // How often something may happen: by person, or by address for people who are not signed in.
  signInsPerMinute: { value: z.int().min(1).max(10_000), initial: 30 },
  registrationsPerHour: { value: z.int().min(1).max(10_000), initial: 30 },
  linkUsesPerMinute: { value: z.int().min(1).max(10_000), initial: 30 },
  mailRequestsPerHour: { value: z.int().min(1).max(10_000), initial: 20 },
  messagesPerMinute: { value: z.int().min(1).max(100_000), initial: 600 },
  searchesPerMinute: { value: z.int().min(1).max(10_000), initial: 120 },
  reportsPerHour: { value: z.int().min(1).max(10_000), initial: 20 },
  requestsPerMinute: { value: z.int().min(10).max(1_000_000), initial: 3_000 },

  // How long signing in lasts.
  tokenRotationMinutes: { value: z.int().min(1).max(60), initial: 10 },
  sessionIdleHours: {
    value: z
      .int()
      .min(1)
      .max(24 * 90),
    initial: 24 * 14,
  },
  sessionMaximumDays: { value: z.int().min(1).max(365), initial: 30 },

  // Who must have a second factor or a passkey: until then they can do nothing but set one up.
  secondFactorForAdmins: { value: z.boolean(), initial: false },
  secondFactorForModerators: { value: z.boolean(), initial: false },
  secondFactorForUsers: { value: z.boolean(), initial: false },

  // What stands against guessing passwords: wrong ones that cost nothing, and the longest wait after more.
  freeSignInFailures: { value: z.int().min(1).max(100), initial: 5 },
  longestLockOutMinutes: {
    value: z
      .int()
      .min(1)
      .max(24 * 60),
    initial: 15,
  },

  // What raises a security event, and for how long an address is blocked for it (0: not at all).
  sprayedLoginsPerHour: { value: z.int().min(2).max(1_000), initial: 15 },
  accountsPerAddressPerHour: { value: z.int().min(2).max(10_000), initial: 30 },
  countriesPerDay: { value: z.int().min(2).max(100), initial: 4 },
  travelKilometresPerHour: { value: z.int().min(100).max(100_000), initial: 1_000 },
  probesPerMinute: { value: z.int().min(1).max(1_000), initial: 10 },
  automaticBlockMinutes: {
    value: z
      .int()
      .min(0)
      .max(60 * 24 * 7),
    initial: 60,
  },
  /** How long audit entries are kept, in days; the database itself keeps them for 30. */
  auditRetentionDays: { value: z.int().min(30).max(36_500), initial: 3_650 },
} as const;
