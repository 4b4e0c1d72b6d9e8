import { z } from "zod";
import { isStorable } from "@/lib/storable-text";

const textClaim = z.string().trim().min(1).max(254).refine(isStorable).optional().catch(undefined);

/** What the provider says of somebody, as far as it is used. Who they are must be there; all else may be odd. */
export const oidcClaims = z.object({
  iss: z.string().min(1).max(500),
  sub: z.string().min(1).max(255).refine(isStorable),
  email: textClaim,
  email_verified: z
    .unknown()
    .optional()
    .transform((value) => value === true),
  name: textClaim,
  preferred_username: textClaim,
  locale: textClaim,
  zoneinfo: textClaim,
});
export type OidcClaims = z.output<typeof oidcClaims>;

/** The id of the provider in next-auth's addresses. */
export const oidcProviderId = "oidc";
