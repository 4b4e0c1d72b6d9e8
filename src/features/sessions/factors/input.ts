import { z } from "zod";
import { isStorable } from "@/lib/storable-text";

/** The password once more, before something that matters. */
export const passwordInput = z.strictObject({ password: z.string().min(1).max(200).refine(isStorable) });
export type PasswordInput = z.infer<typeof passwordInput>;

/** Six digits of an authenticator app; apps show them in two groups. */
export const confirmTotpInput = z.strictObject({
  code: z
    .string()
    .max(20)
    .transform((code) => code.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/)),
});
export type ConfirmTotpInput = z.input<typeof confirmTotpInput>;

export const factorsOfInput = z.strictObject({ userId: z.uuid() });

export const resetFactorsInput = z.strictObject({
  userId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
});
export type ResetFactorsInput = z.infer<typeof resetFactorsInput>;
