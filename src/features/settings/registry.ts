import { z } from "zod";

/** Every setting of the instance: its values and its default. A setting exists only if something reads it. */
export const settingsRegistry = {
  instanceName: { value: z.string().trim().min(1).max(60), initial: "OffChat" },
  signUpPolicy: { value: z.enum(["open", "approval", "closed"]), initial: "approval" },
  messageMaximumLength: { value: z.int().min(100).max(20_000), initial: 8_000 },
  /** How long authors may delete their own messages, in minutes. */
  messageDeletionMinutes: { value: z.int().min(0).max(525_600), initial: 1_440 },
  /** In groups up to this size everybody may use @here and @all. */
  mentionEveryoneMaximumMembers: { value: z.int().min(0).max(100_000), initial: 30 },
} as const;
