import { z } from "zod";

const list = z.string().regex(/^[a-z][a-z-]{0,39}$/);

export const listSavedViewsInput = z.strictObject({ list });
export const saveViewInput = z.strictObject({
  list,
  name: z.string().trim().min(1).max(60),
  search: z.string().max(2_000),
});
export type SaveViewInput = z.infer<typeof saveViewInput>;
export const deleteSavedViewInput = z.strictObject({ id: z.uuid() });
