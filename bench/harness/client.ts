import { Agent, request } from "node:http";

/** A person's connection to the product: procedures over HTTP with their cookie, on kept-alive connections. */
export type Client = {
  cookie: string;
  /** Calls a procedure. Throws with the refusal's text. */
  call: <T>(path: string, input?: unknown) => Promise<T>;
  /** The same, in one request with whatever else is called in this turn of the event loop, as pages do. */
  callTogether: <T>(path: string, input: unknown) => Promise<T>;
};

type Call = {
  path: string;
  input: unknown;
  resolve: (data: unknown) => void;
  reject: (error: unknown) => void;
};

/** Gives quiet connections up before the product does, after five seconds: a request might just be on its way. */
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, timeout: 3_000 });

export function clientOf(url: string, cookie: string): Client {
  let waiting: Call[] = [];
  const flush = async () => {
    const calls = waiting;
    waiting = [];
    const paths = calls.map(({ path }) => path).join(",");
    const input = JSON.stringify(Object.fromEntries(calls.map((each, index) => [index, each.input])));
    try {
      const { body } = await post(`${url}/api/trpc/${paths}?batch=1`, input, cookie);
      const answers = JSON.parse(body);
      for (const [index, { path, resolve, reject }] of calls.entries()) {
        const { result, error } = Array.isArray(answers) ? answers[index] : answers;
        if (result) resolve(result.data);
        else reject(new Error(`${path}: ${error?.data?.httpStatus} ${error?.message}`));
      }
    } catch (error) {
      for (const { reject } of calls) reject(error);
    }
  };
  return {
    cookie,
    callTogether: <T>(path: string, input: unknown) =>
      new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) setTimeout(flush);
        waiting.push({ path, input, resolve: (data) => resolve(data as T), reject });
      }),
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
