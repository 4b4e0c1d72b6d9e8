import { z } from "zod";
import type { SettingKey, Settings } from "../../dto";
import type { UpdateSettingsInput } from "../../input";
import { settingsRegistry as registry } from "../../registry";

/** Settings that are whole numbers. */
export type NumberSettingKey = {
  [K in SettingKey]: Settings[K] extends number ? K : never;
}[SettingKey];

/** Under which heading the console shows each number. */
export const numberSettingGroups = {
  messages: ["messageMaximumLength", "messageDeletionMinutes", "mentionEveryoneMaximumMembers"],
  sessions: ["sessionIdleHours", "sessionMaximumDays", "tokenRotationMinutes"],
  guessing: ["freeSignInFailures", "longestLockOutMinutes"],
  limits: [
    "signInsPerMinute",
    "registrationsPerHour",
    "linkUsesPerMinute",
    "messagesPerMinute",
    "searchesPerMinute",
    "reportsPerHour",
    "requestsPerMinute",
  ],
  audit: ["auditRetentionDays"],
} as const satisfies Record<string, NumberSettingKey[]>;

const numberKeys: NumberSettingKey[] = Object.values(numberSettingGroups).flat();

const numberOfText = z
  .string()
  .trim()
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN));

const numberValues = {} as Record<NumberSettingKey, z.ZodType<number>>;
for (const key of numberKeys) numberValues[key] = numberOfText.pipe(registry[key].value);

/** What a form makes of the settings: fields hold text. */
export const settingsFormValues = z.strictObject({
  instanceName: registry.instanceName.value,
  signUpPolicy: registry.signUpPolicy.value,
  ...numberValues,
});

/** The settings of this form; others have a page of their own. */
export type FormSettings = z.infer<typeof settingsFormValues>;
export type SettingsDraft = { [K in keyof FormSettings]: string };

/** The settings as the form's fields show them. */
export function settingsDraft(settings: FormSettings): SettingsDraft {
  return Object.fromEntries(
    Object.entries(settings)
      .filter(([key]) => key in settingsFormValues.shape)
      .map(([key, value]) => [key, String(value)]),
  ) as SettingsDraft;
}

/** Only what differs from what is saved: saving must not undo what somebody else has changed meanwhile. */
export function changedSettings(saved: Settings, wanted: FormSettings): UpdateSettingsInput {
  return Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => saved[key as keyof Settings] !== value),
  );
}
