import NextAuth, { type NextAuthOptions } from "next-auth";

/** A request to next-auth, read. */
export type AskedOfNextAuth = { path: string[]; query: Record<string, string>; form: Record<string, string> };

/** What next-auth is asked: its path, the query, and the fields of a form. */
export async function parseNextAuth(request: Request, path: string[]): Promise<AskedOfNextAuth> {
  const isForm = request.headers.get("content-type")?.includes("application/x-www-form-urlencoded");
  const form = request.method === "POST" && isForm ? new URLSearchParams(await request.text()) : [];
  return {
    path,
    query: Object.fromEntries(new URL(request.url).searchParams),
    form: Object.fromEntries(form),
  };
}

/**
 * Has next-auth answer a request. It is called in its form for plain servers: the one for Next's routes finds the
 * request by itself and so cannot be called by anything else.
 */
export async function callNextAuth(
  request: Request,
  { path, query, form }: AskedOfNextAuth,
  options: NextAuthOptions,
): Promise<Response> {
  const headers = new Headers();
  let status = 200;
  let body: string | null = null;
  const answer = {
    status(code: number) {
      status = code;
      return answer;
    },
    getHeader: (name: string) =>
      name.toLowerCase() === "set-cookie" ? headers.getSetCookie() : headers.get(name),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name);
      for (const each of [value].flat()) headers.append(name, each);
      return answer;
    },
    json(content: unknown) {
      headers.set("content-type", "application/json");
      body = JSON.stringify(content);
    },
    send(content: unknown) {
      if (typeof content === "string" || content == null) body = content ?? null;
      else answer.json(content);
    },
    end() {},
  };
  const asked = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: cookiesOf(request.headers.get("cookie")),
    query: { ...query, nextauth: path },
    body: form,
  };
  await NextAuth(asked as never, answer as never, options);
  return new Response(body, { status, headers });
}

function cookiesOf(header: string | null): Record<string, string> {
  const pairs = (header ?? "").split(";").map((part) => part.split("="));
  return Object.fromEntries(
    pairs.map(([name = "", ...value]) => [name.trim(), decoded(value.join("=").trim())]),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
