import { AppError } from "@/server/app-error";
import { oidcConfiguration } from "@/server/auth/oidc-configuration";
import type { OidcClaims } from "../claims";

/**
 * The configured issuer, which must have made the claims: whoever answers at its address cannot speak for another
 * (OpenID Connect Discovery 1.0, section 4.3). Throws PROVIDER_FAILED.
 */
export function requireIssuer({ iss }: Pick<OidcClaims, "iss">): string {
  if (iss !== oidcConfiguration()?.issuer) throw new AppError("PROVIDER_FAILED");
  return iss;
}
