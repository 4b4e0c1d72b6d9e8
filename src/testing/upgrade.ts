import { request } from "node:http";
import type { Socket } from "node:net";
import { env } from "@/server/env";

/** Asks a server for a socket to Soketi, as a browser does: the status of its answer, and the socket where there is one. */
export function upgrade(
  host: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; socket?: Socket }> {
  return new Promise((resolve, reject) => {
    const asked = request(`http://${host}/app/${env().SOKETI_APP_KEY}?protocol=7`, {
      headers: {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": Buffer.from("0123456789abcdef").toString("base64"),
        ...headers,
      },
    });
    asked.on("upgrade", ({ statusCode = 0 }, socket) => resolve({ status: statusCode, socket }));
    asked.on("response", ({ statusCode = 0 }) => resolve({ status: statusCode }));
    asked.on("error", reject);
    asked.end();
  });
}
