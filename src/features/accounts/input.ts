import { z } from "zod";
import { displayNameValue, emailValue, timeZoneValue, usernameValue } from "@/features/users/input";
import { locales } from "@/lib/locales";
import { isStorable } from "@/lib/storable-text";

const currentPassword = z.string().min(1).max(200).refine(isStorable);
/** What becomes of what the person wrote. */
const messages = z.enum(["keep", "remove"]);

export const changeEmailInput = z.strictObject({ email: emailValue, currentPassword });
export type ChangeEmailInput = z.infer<typeof changeEmailInput>;
export const deactivateInput = z.strictObject({ currentPassword });
export const deleteAccountInput = z.strictObject({ currentPassword, messages });
export type DeleteAccountInput = z.infer<typeof deleteAccountInput>;
export const deleteUserInput = z.strictObject({
  userId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
  messages,
});
export type DeleteUserInput = z.infer<typeof deleteUserInput>;

/** What a person says of themselves; what is not given stays as it is. */
export const updateProfileInput = z.strictObject({
  displayName: displayNameValue.optional(),
  username: usernameValue.optional(),
  bio: z.string().trim().max(500).optional(),
  locale: z.enum(locales).optional(),
  timeZone: timeZoneValue.nullable().optional(),
});
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;
