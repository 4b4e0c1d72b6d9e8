import { z } from "zod";
import { settingsRegistry as registry } from "./registry";

export const updateSettingsInput = z.strictObject({
  instanceName: registry.instanceName.value.optional(),
  signUpPolicy: registry.signUpPolicy.value.optional(),
  messageMaximumLength: registry.messageMaximumLength.value.optional(),
  messageDeletionMinutes: registry.messageDeletionMinutes.value.optional(),
  mentionEveryoneMaximumMembers: registry.mentionEveryoneMaximumMembers.value.optional(),
});
export type UpdateSettingsInput = z.infer<typeof updateSettingsInput>;
