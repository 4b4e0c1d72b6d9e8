import { z } from "zod";
import { conversationInput } from "../input";

export const listReadersInput = conversationInput.extend({
  messageId: z.uuid(),
  cursor: z.strictObject({ displayName: z.string().max(200), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListReadersInput = z.infer<typeof listReadersInput>;
