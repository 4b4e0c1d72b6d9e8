import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type AccountClaims } from "oidc-provider";

export type TestProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What it says of people, by the name they sign in with; of others, what their name suggests. */
  people: Map<string, Omit<AccountClaims, "sub">>;
  close: () => Promise<void>;
};

/**
 * A real OpenID provider on a free port of loopback. Its page asks for a name and believes it.
 * @param productUrl where the product runs to which it sends people back
 */
export async function startOidcProvider(productUrl: string, host = "127.0.0.1"): Promise<TestProvider> {
  const [clientId, clientSecret] = ["offchat", "the client's secret, of some length"];
  const people: TestProvider["people"] = new Map();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: clientId, client_secret: clientSecret },
        redirect_uris: [`${productUrl}/api/auth/callback/oidc`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: {
      openid: ["sub"],
      email: ["email", "email_verified"],
      profile: ["name", "preferred_username", "locale"],
    },
    cookies: { keys: ["a key for tests"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    ttl: {
      Grant: 600,
      Session: 600,
      Interaction: 600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ ...(people.get(id) ?? suggestedBy(id)), sub: id }),
    }),
    // Whoever signs in agrees to everything.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith("/interaction/")) answer(request, response);
    else if (request.method === "POST") void signIn(provider, request, response);
    else response.setHeader("content-type", "text/html").end(page);
  });
  return {
    ...{ issuer, clientId, clientSecret, people },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const suggestedBy = (name: string) => ({
  email: `${name}@provider.example`,
  email_verified: !name.startsWith("unverified"),
  name: `${name.slice(0, 1).toUpperCase()}${name.slice(1)} of the provider`,
  preferred_username: name,
});

const page = `<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1>
<form method="post"><label>Name <input name="login"></label><button>Sign in</button>
<button name="cancel" value="yes">Cancel</button></form></html>`;

async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  let body = "";
  for await (const chunk of request) body += chunk;
  const form = new URLSearchParams(body);
  const result = form.has("cancel")
    ? { error: "access_denied", error_description: "The person said no" }
    : { login: { accountId: form.get("login") ?? "" } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}
