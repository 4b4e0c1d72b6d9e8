import { z } from "zod";
import { passwordValue } from "@/features/users/input";
import { isStorable } from "@/lib/storable-text";

export const signInInput = z.strictObject({
  /** E-mail address or user name. */
  login: z.string().trim().min(1).max(254).refine(isStorable),
  password: z.string().min(1).max(200).refine(isStorable),
  code: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .refine(isStorable)
    .optional()
    .describe(
      "A code of the authenticator app or a recovery code, where the refusal SECOND_FACTOR_MISSING asks for it",
    ),
});
export type SignInInput = z.infer<typeof signInInput>;

export const endSessionInput = z.strictObject({ sessionId: z.uuid() });
/** Whether the session that asks ends too. */
export const endSessionsInput = z.strictObject({ everywhere: z.boolean() });

export const changePasswordInput = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  newPassword: passwordValue,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const refreshInput = z.strictObject({ refreshToken: z.string().min(1).max(2_000) });
