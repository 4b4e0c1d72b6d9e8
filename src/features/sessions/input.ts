import { z } from "zod";

export const signInInput = z.strictObject({
  /** E-mail address or user name. */
  login: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(200),
});
export type SignInInput = z.infer<typeof signInInput>;
