import { z } from "zod";
import { isStorable } from "@/lib/storable-text";

export const signInInput = z.strictObject({
  /** E-mail address or user name. */
  login: z.string().trim().min(1).max(254).refine(isStorable),
  password: z.string().min(1).max(200).refine(isStorable),
});
export type SignInInput = z.infer<typeof signInInput>;
