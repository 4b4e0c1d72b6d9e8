import { type APIRequestContext, request } from "@playwright/test";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import type { AppRouter } from "../src/trpc/root";
import { productUrl } from "./product";

/** Every procedure of the product over HTTP, as whoever has this `Cookie` header. */
export function procedures(cookie: string | null) {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${productUrl()}/api/trpc`,
        methodOverride: "POST",
        headers: cookie ? { cookie } : {},
      }),
    ],
  });
}

export type Procedures = ReturnType<typeof procedures>;

/** Signs in at the product's own endpoint; the cookies stay in `http`. Returns the refusal, or null. */
export async function signIn(
  http: APIRequestContext,
  credentials: { login: string; password: string },
): Promise<string | null> {
  const { csrfToken } = await (await http.get("/api/auth/csrf")).json();
  const answer = await http.post("/api/auth/callback/credentials", {
    form: { csrfToken, login: credentials.login, password: credentials.password, json: "true" },
  });
  const { url } = await answer.json();
  return new URL(url, productUrl()).searchParams.get("error");
}

/** The `Cookie` header that a browser with these cookies sends. */
export async function cookieHeader(http: APIRequestContext): Promise<string> {
  const { cookies } = await http.storageState();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Signs in without a browser. Throws when the product refuses. */
export async function proceduresOf(credentials: { login: string; password: string }): Promise<Procedures> {
  const http = await request.newContext({ baseURL: productUrl() });
  try {
    const refusal = await signIn(http, credentials);
    if (refusal) throw new Error(`${credentials.login} could not sign in: ${refusal}`);
    return procedures(await cookieHeader(http));
  } finally {
    await http.dispose();
  }
}
