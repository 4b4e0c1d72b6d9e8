import { z } from "zod";
import {
  displayNameValue,
  emailValue,
  setRoleInput,
  suspendUserInput,
  userFilter,
  usernameValue,
} from "@/features/users/input";

/** People that something is to be done with: these, or whoever a filter of the list matches. */
const selectedPeople = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("these"), ids: z.array(z.uuid()).min(1).max(1_000) }),
  z.strictObject({ kind: z.literal("all"), filter: userFilter }),
]);
export type SelectedPeople = z.infer<typeof selectedPeople>;

const selected = { selected: selectedPeople };
const reason = { reason: z.string().trim().min(1).max(500) };

/** What can be done with many at once. */
export const workOnPeopleInput = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("approve"), ...selected }),
  z.strictObject({ action: z.literal("invite"), ...selected }),
  z.strictObject({ action: z.literal("reject"), ...selected, ...reason }),
  z.strictObject({ action: z.literal("end-sessions"), ...selected, ...reason }),
  z.strictObject({
    action: z.literal("suspend"),
    ...selected,
    ...reason,
    until: suspendUserInput.shape.until,
  }),
  z.strictObject({ action: z.literal("ban"), ...selected, ...reason }),
  z.strictObject({ action: z.literal("reactivate"), ...selected }),
  z.strictObject({ action: z.literal("require-second-factor"), ...selected }),
  z.strictObject({ action: z.literal("reset-password"), ...selected, ...reason }),
  z.strictObject({ action: z.literal("set-role"), ...selected, ...reason, role: setRoleInput.shape.role }),
]);
export type WorkOnPeopleInput = z.infer<typeof workOnPeopleInput>;
export const endSessionsInput = z.strictObject({
  userId: z.uuid(),
  sessionId: z.uuid().optional(),
  ...reason,
});
export type EndSessionsInput = z.infer<typeof endSessionsInput>;
export const personInput = z.strictObject({ userId: z.uuid() });
export type PersonInput = z.infer<typeof personInput>;
export const addNoteInput = personInput.extend({ body: z.string().trim().min(1).max(4_000) });
export type AddNoteInput = z.infer<typeof addNoteInput>;
export type PeopleAction = WorkOnPeopleInput["action"];

/** Somebody new, who chooses a password by the link of an invitation. */
export const createPersonInput = z.strictObject({
  displayName: displayNameValue,
  username: usernameValue,
  email: z.union([z.literal("").transform(() => null), emailValue]),
});
export type CreatePersonInput = z.infer<typeof createPersonInput>;

/** What an administrator changes of somebody else's profile. */
export const editPersonInput = personInput.extend({
  displayName: displayNameValue,
  username: usernameValue,
  email: z.union([z.literal("").transform(() => null), emailValue]),
  bio: z.string().trim().max(500),
});
export type EditPersonInput = z.infer<typeof editPersonInput>;

export const requireSecondFactorInput = personInput.extend({ required: z.boolean() });
export type RequireSecondFactorInput = z.infer<typeof requireSecondFactorInput>;
