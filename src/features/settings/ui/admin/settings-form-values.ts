import { z } from "zod";
import type { Settings } from "../../dto";
import type { UpdateSettingsInput } from "../../input";
import { settingsRegistry as registry } from "../../registry";

const whole = (value: z.ZodNumber) =>
  z
    .string()
    .trim()
    .transform((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN))
    .pipe(value);

/** What a form makes of the settings: fields hold text. */
export const settingsFormValues = z.strictObject({
  instanceName: registry.instanceName.value,
  signUpPolicy: registry.signUpPolicy.value,
  messageMaximumLength: whole(registry.messageMaximumLength.value),
  messageDeletionMinutes: whole(registry.messageDeletionMinutes.value),
  mentionEveryoneMaximumMembers: whole(registry.mentionEveryoneMaximumMembers.value),
});

export type SettingsDraft = { [K in keyof Settings]: string };

/** The settings as the form's fields show them. */
export function settingsDraft(settings: Settings): SettingsDraft {
  return {
    ...settings,
    messageMaximumLength: String(settings.messageMaximumLength),
    messageDeletionMinutes: String(settings.messageDeletionMinutes),
    mentionEveryoneMaximumMembers: String(settings.mentionEveryoneMaximumMembers),
  };
}

/** Only what differs from what is saved: saving must not undo what somebody else has changed meanwhile. */
export function changedSettings(saved: Settings, wanted: Settings): UpdateSettingsInput {
  return Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => saved[key as keyof Settings] !== value),
  );
}
