import type { OAuthConfig } from "next-auth/providers/oauth";
import type { OidcConfiguration } from "@/server/auth/oidc-configuration";
import { oidcProviderId } from "../claims";

type Profile = Record<string, unknown> & { sub: string };

/** How long the provider may take to answer, in milliseconds. */
const patience = 10_000;

/**
 * next-auth's description of the OpenID provider: authorization code with PKCE (S256), state and nonce (OpenID Connect
 * Core 1.0; RFC 9700, section 2.1). What is signed in the ID token stands over what the provider says beside it.
 */
export function oidcProvider({
  issuer,
  clientId,
  clientSecret,
  name,
}: OidcConfiguration): OAuthConfig<Profile> {
  return {
    ...{ id: oidcProviderId, name, type: "oauth", clientId, clientSecret },
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: patience },
    userinfo: {
      // Most providers tell the address only there. The client compares whose it is with the ID token.
      async request({ client, tokens }) {
        const token = tokens.access_token;
        const told: Partial<Profile> =
          client.issuer.metadata.userinfo_endpoint && token ? await client.userinfo(token) : {};
        const signed = (tokens as { claims(): Profile }).claims();
        if (told.sub !== undefined && told.sub !== signed.sub)
          throw new Error("The provider speaks of another person");
        return { ...told, ...signed };
      },
    },
    profile: ({ sub }) => ({ id: sub }),
  };
}
