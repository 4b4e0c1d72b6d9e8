import { z } from "zod";
import type { Settings } from "../../dto";
import type { UpdateSettingsInput } from "../../input";
import { settingsRegistry as registry } from "../../registry";

/** What a form makes of the settings: fields hold text. */
export const settingsFormValues = z.strictObject({
  instanceName: registry.instanceName.value,
  signUpPolicy: registry.signUpPolicy.value,
  messageMaximumLength: z
    .string()
    .trim()
    .transform((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN))
    .pipe(registry.messageMaximumLength.value),
});

export type SettingsDraft = { [K in keyof Settings]: string };

/** The settings as the form's fields show them. */
export function settingsDraft(settings: Settings): SettingsDraft {
  return { ...settings, messageMaximumLength: String(settings.messageMaximumLength) };
}

/** Only what differs from what is saved: saving must not undo what somebody else has changed meanwhile. */
export function changedSettings(saved: Settings, wanted: Settings): UpdateSettingsInput {
  return Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => saved[key as keyof Settings] !== value),
  );
}
