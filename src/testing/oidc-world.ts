import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { type ProviderRefusal, readRefusal } from "@/features/sessions/oidc/server/refusal-cookie";
import { answerNextAuth } from "@/features/sessions/server/answer-next-auth";
import { authenticatedContext } from "@/features/sessions/server/authenticated-context";
import { env } from "@/server/env";
import { credentialsOf } from "@/server/http/credentials-of";
import { parseNetwork } from "@/server/http/network";
import { startOidcProvider, type TestProvider } from "./oidc-provider";
import { startWebServer } from "./start-web-server";

/** Where a browser ended, and what it is told there. */
type Arrival = { path: string; refusal?: ProviderRefusal };

/** A browser with cookies of its own, seen through what it sends. */
export type TestBrowser = ReturnType<typeof openBrowser>;

export type OidcWorld = {
  url: string;
  provider: TestProvider;
  /** @param ip the address from which it comes, through a proxy that is trusted */
  newBrowser: (ip?: string) => TestBrowser;
  withIssuer: (issuer: string, work: () => Promise<unknown>) => Promise<void>;
  withoutProvider: (work: () => Promise<unknown>) => Promise<void>;
  close: () => Promise<void>;
};

/** The product's HTTP server with next-auth behind it, and a real OpenID provider that it is configured for. */
export async function startOidcWorld(): Promise<OidcWorld> {
  const web = await startWebServer((request, response) => void answer(request, response));
  const provider = await startOidcProvider(web.url);
  const before = { ...env() };
  const use = (changes: Record<string, unknown>) => Object.assign(env(), changes);
  const configured = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: "Test ID",
  };
  use({ APP_URL: web.url, TRUSTED_PROXIES: loopback(), ...configured });
  process.env.NEXTAUTH_URL = web.url;
  const during = async (changes: Record<string, unknown>, work: () => Promise<unknown>) => {
    use(changes);
    try {
      await work();
    } finally {
      use(configured);
    }
  };
  return {
    ...{ url: web.url, provider },
    newBrowser: (ip = "203.0.113.50") => openBrowser(web.url, ip),
    withIssuer: (issuer, work) => during({ OIDC_ISSUER: issuer }, work),
    withoutProvider: (work) =>
      during({ OIDC_ISSUER: undefined, OIDC_CLIENT_ID: undefined, OIDC_CLIENT_SECRET: undefined }, work),
    async close() {
      use({ ...before, OIDC_ISSUER: undefined });
      delete process.env.NEXTAUTH_URL;
      await Promise.all([web.close(), provider.close()]);
    },
  };
}

/** Next's part: only what next-auth answers. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", env().APP_URL);
  const body = request.method === "POST" ? (Readable.toWeb(request) as ReadableStream) : null;
  const asked = new Request(url, {
    ...{ method: request.method, headers: request.headers as Record<string, string> },
    ...{ body, duplex: "half" },
  } as RequestInit);
  const ctx = await authenticatedContext(credentialsOf(request));
  const answered = await answerNextAuth(ctx, asked, { nextauth: url.pathname.split("/").slice(3) });
  const cookies = answered.headers.getSetCookie();
  response.writeHead(answered.status, {
    ...Object.fromEntries(answered.headers),
    ...(cookies.length > 0 && { "set-cookie": cookies }),
  });
  response.end(await answered.text());
}

const loopback = () => [parseNetwork("127.0.0.1")];

function openBrowser(productUrl: string, ip: string) {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: URL | string) => {
    const { origin } = new URL(url);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const header = (url: URL | string) => [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join("; ");

  async function send(
    url: URL | string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ) {
    const answered = await fetch(url, {
      redirect: "manual",
      headers: { cookie: header(url), "x-forwarded-for": ip, ...headers },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of answered.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const at = pair.indexOf("=");
      const gone = attributes.some((each) => /^max-age=0$/i.test(each)) || pair.length === at + 1;
      if (gone) jarOf(url).delete(pair.slice(0, at));
      else jarOf(url).set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answered;
  }

  async function post(path: string, form: Record<string, string>, headers?: Record<string, string>) {
    const { csrfToken } = await (await send(`${productUrl}/api/auth/csrf`)).json();
    const answered = await send(`${productUrl}${path}`, { csrfToken, json: "true", ...form }, headers);
    return answered.json();
  }

  async function begin(target = "/"): Promise<string> {
    const { url, code } = await post("/api/auth/signin/oidc", {
      callbackUrl: new URL(target, productUrl).href,
    });
    if (!url) throw new Error(`The product began nothing: ${code}`);
    return url;
  }

  /** Goes through the provider's pages until it sends the browser back; where to is returned, not visited. */
  async function throughProvider(first: string, form: Record<string, string>): Promise<URL> {
    let at = new URL(first);
    for (let steps = 0; steps < 10; steps++) {
      if (at.origin === productUrl) return at;
      const answered = await send(at, at.pathname.startsWith("/interaction/") ? form : undefined);
      const location = answered.headers.get("location");
      if (!location)
        throw new Error(`The provider sends nowhere: ${answered.status} ${await answered.text()}`);
      at = new URL(location, at);
    }
    throw new Error("The provider goes round in circles");
  }

  async function comeBack(url: URL): Promise<Arrival> {
    const { headers } = await send(url);
    const arrived = new URL(headers.get("location") ?? "", productUrl);
    if (arrived.origin !== productUrl) throw new Error(`Sent away to ${arrived}`);
    const path = arrived.pathname + arrived.search;
    const refusal = arrived.searchParams.has("refused") ? readRefusal(header(productUrl)) : null;
    return { path, ...(refusal && { refusal }) };
  }

  const authorize = async (login: string, target?: string) => throughProvider(await begin(target), { login });
  return {
    ...{ post, begin, authorize, comeBack },
    signIn: async (login: string, target?: string) => comeBack(await authorize(login, target)),
    cancel: async () => comeBack(await throughProvider(await begin(), { cancel: "yes" })),
    /** Gives the second factor that is owed; "ok" or the refusal. */
    async finish(code: string): Promise<string> {
      const answered = await post("/api/auth/callback/provider-code", { code });
      return answered.code ?? "ok";
    },
    cookieHeader: () => header(productUrl),
    cookie: (name: string) => jarOf(productUrl).get(name),
    take(pair: string) {
      const at = pair.indexOf("=");
      jarOf(productUrl).set(pair.slice(0, at), pair.slice(at + 1));
    },
  };
}
