import { z } from "zod";

export const listPresencesInput = z.strictObject({ userIds: z.array(z.uuid()).min(1).max(200) });

/** Neither emoji nor text: no status. */
export const setStatusInput = z.strictObject({
  emoji: z.string().trim().min(1).max(32).nullable(),
  text: z.string().trim().max(100),
  until: z.iso.datetime().nullable(),
});
export type SetStatusInput = z.infer<typeof setStatusInput>;

export const sharePresenceInput = z.strictObject({ shared: z.boolean() });
export type SharePresenceInput = z.infer<typeof sharePresenceInput>;
