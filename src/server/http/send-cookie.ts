import type { ServerResponse } from "node:http";

/**
 * Adds a cookie to whatever else the answer will set, at the last moment: whoever answers may replace the
 * header, and a cookie of the same name that they set (signing in or out) stands.
 */
export function sendCookie(response: ServerResponse, cookie: string) {
  const name = cookie.slice(0, cookie.indexOf("=") + 1);
  const writeHead = response.writeHead.bind(response) as (...parameters: unknown[]) => ServerResponse;
  response.writeHead = (...parameters: unknown[]) => {
    const others = [response.getHeader("set-cookie") ?? []].flat().map(String);
    if (!others.some((other) => other.startsWith(name))) {
      response.setHeader("set-cookie", [...others, cookie]);
    }
    return writeHead(...parameters);
  };
}
