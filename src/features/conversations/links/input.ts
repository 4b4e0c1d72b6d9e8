import { z } from "zod";
import { conversationInput } from "../input";

export const createLinkInput = conversationInput.extend({
  /** Up to a year; null: it does not expire. */
  lifetimeHours: z.int().min(1).max(8_760).nullable(),
  /** Null: any number of people. */
  maxUses: z.int().min(1).max(10_000).nullable(),
});
export type CreateLinkInput = z.infer<typeof createLinkInput>;

export const listLinksInput = conversationInput.extend({
  cursor: z.strictObject({ id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListLinksInput = z.infer<typeof listLinksInput>;

export const revokeLinkInput = conversationInput.extend({ linkId: z.uuid() });
export type RevokeLinkInput = z.infer<typeof revokeLinkInput>;

export const linkTokenInput = z.strictObject({ token: z.string().min(1).max(200) });
