import { z } from "zod";

export const listHeldInput = z.strictObject({
  cursor: z.strictObject({ createdAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListHeldInput = z.infer<typeof listHeldInput>;

export const heldInput = z.strictObject({ id: z.uuid() });
export const rejectHeldInput = heldInput.extend({ reason: z.string().trim().min(1).max(500) });
