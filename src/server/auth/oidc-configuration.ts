import { env } from "@/server/env";

export type OidcConfiguration = { issuer: string; clientId: string; clientSecret: string; name: string };

/** The instance's OpenID provider; null where none is configured. Its name is what people read on buttons. */
export function oidcConfiguration(): OidcConfiguration | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME ?? new URL(OIDC_ISSUER).host,
  };
}
