import { Agent, request } from "node:http";

/** A person's connection to the product: procedures over HTTP with their cookie, on kept-alive connections. */
export type Client = {
  cookie: string;
  /** Calls a procedure. Throws with the refusal's text. */
  call: <T>(path: string, input?: unknown) => Promise<T>;
};

/** Gives quiet connections up before the product does, after five seconds: a request might just be on its way. */
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, timeout: 3_000 });

export function clientOf(url: string, cookie: string): Client {
  return {
    cookie,
    async call(path, input) {
      const { status, body } = await post(`${url}/api/trpc/${path}`, JSON.stringify(input ?? null), cookie);
      const answer = JSON.parse(body);
      if (status !== 200) throw new Error(`${path}: ${status} ${answer.error?.message}`);
      return answer.result.data;
    },
  };
}

/** Signs in as a browser does. Throws when the product refuses. */
export async function signIn(url: string, login: string, password: string): Promise<Client> {
  const first = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(first), origin: url },
    body: new URLSearchParams({ csrfToken, login, password, json: "true" }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("session")) throw new Error(`${login} could not sign in: ${await answer.text()}`);
  return clientOf(url, cookie);
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

function post(url: string, body: string, cookie: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", cookie, "content-length": Buffer.byteLength(body) };
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece) => {
        text += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
