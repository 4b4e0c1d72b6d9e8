import { z } from "zod";
import type { SettingKey, Settings } from "../../dto";
import type { UpdateSettingsInput } from "../../input";
import { settingsRegistry as registry } from "../../registry";

/** Settings that are whole numbers. */
export type NumberSettingKey = {
  [K in SettingKey]: Settings[K] extends number ? K : never;
}[SettingKey];

/** Settings that are on or off, of those in the form: the others have a page of their own. */
type SwitchSettingKey = Exclude<
  { [K in SettingKey]: Settings[K] extends boolean ? K : never }[SettingKey],
  "maintenanceMode" | "breakGlassNeedsSecondAdmin" | "initialSounds" | "initialPushText"
>;

/** The switches of the section on second factors. */
export const secondFactorKeys = [
  "secondFactorForAdmins",
  "secondFactorForModerators",
  "secondFactorForUsers",
] as const satisfies SwitchSettingKey[];
type SecondFactorKey = (typeof secondFactorKeys)[number];
/** Switches that stand alone. */
export type PlainSwitchKey = Exclude<SwitchSettingKey, SecondFactorKey>;

/** Under which heading the console shows each number. */
export const numberSettingGroups = {
  messages: ["messageMaximumLength", "messageDeletionMinutes", "mentionEveryoneMaximumMembers"],
  sessions: ["sessionIdleHours", "sessionMaximumDays", "tokenRotationMinutes"],
  guessing: ["passwordMinimumLength", "freeSignInFailures", "longestLockOutMinutes"],
  audit: ["auditRetentionDays"],
} as const satisfies Record<string, NumberSettingKey[]>;

export type FormNumberKey = (typeof numberSettingGroups)[keyof typeof numberSettingGroups][number];
const numberKeys: FormNumberKey[] = Object.values(numberSettingGroups).flat();

const numberOfText = z
  .string()
  .trim()
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN));

const numberValues = {} as Record<FormNumberKey, z.ZodType<number>>;
for (const key of numberKeys) numberValues[key] = numberOfText.pipe(registry[key].value);

/** Fields hold text. */
const switched = z.enum(["true", "false"]).transform((text) => text === "true");

const switchValues = {} as Record<SecondFactorKey, typeof switched>;
for (const key of secondFactorKeys) switchValues[key] = switched;

/** What a form makes of the settings: fields hold text. */
export const settingsFormValues = z.strictObject({
  instanceName: registry.instanceName.value,
  signUpPolicy: registry.signUpPolicy.value,
  requireVerifiedEmail: switched,
  linkPreviews: switched,
  apiOrigins: registry.apiOrigins.value,
  ...numberValues,
  ...switchValues,
});

export type FormSettings = z.output<typeof settingsFormValues>;
export type SettingsDraft = { [K in keyof FormSettings]: string };

/** The settings as the form's fields show them. */
export function settingsDraft(settings: FormSettings): SettingsDraft {
  return Object.fromEntries(
    Object.keys(settingsFormValues.shape).map((key) => [key, String(settings[key as keyof FormSettings])]),
  ) as SettingsDraft;
}

/** Only what differs from what is saved: saving must not undo what somebody else has changed meanwhile. */
export function changedSettings(saved: Settings, wanted: Partial<Settings>): UpdateSettingsInput {
  return Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => saved[key as keyof Settings] !== value),
  );
}
