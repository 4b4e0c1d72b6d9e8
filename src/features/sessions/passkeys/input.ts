import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { isStorable } from "@/lib/storable-text";

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);
const nameValue = z.string().trim().min(1).max(60).refine(isStorable);
/** We ask for no extensions: what a browser says of them is left out. */
const noExtensions = z
  .custom<object>((value) => typeof value === "object" && value !== null)
  .transform(() => ({}));
const attachment = z.enum(["platform", "cross-platform"]).optional();

/** A new credential as browsers describe it; what is not used is left out. */
const registration = z.object({
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: z.literal("public-key"),
  authenticatorAttachment: attachment,
  clientExtensionResults: noExtensions,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(40_000),
    transports: z.array(z.string().max(30)).max(7).optional(),
  }),
}) satisfies z.ZodType<RegistrationResponseJSON>;

/** A signature as browsers describe it; what is not used is left out. */
const assertionValue = z.object({
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: z.literal("public-key"),
  authenticatorAttachment: attachment,
  clientExtensionResults: noExtensions,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(4_000),
    userHandle: base64url(200).optional(),
  }),
}) satisfies z.ZodType<AuthenticationResponseJSON>;
export type Assertion = z.infer<typeof assertionValue>;

/** The same as text: next-auth's forms hold nothing else. */
export const assertionText = z
  .string()
  .max(20_000)
  .transform((text, issues) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      issues.addIssue({ code: "custom" });
      return z.NEVER;
    }
  })
  .pipe(assertionValue);

export const addPasskeyInput = z.strictObject({ name: nameValue, registration });
export type AddPasskeyInput = z.infer<typeof addPasskeyInput>;

export const renamePasskeyInput = z.strictObject({ passkeyId: z.uuid(), name: nameValue });
export type RenamePasskeyInput = z.infer<typeof renamePasskeyInput>;

export const removePasskeyInput = z.strictObject({
  passkeyId: z.uuid(),
  password: z.string().min(1).max(200).refine(isStorable),
});
export type RemovePasskeyInput = z.infer<typeof removePasskeyInput>;
