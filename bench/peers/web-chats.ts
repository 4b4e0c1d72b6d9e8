import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { freePort } from "@/supervisor/free-port";
import type { NpmPeers } from "./npm-peers";

type Served = { url: string; stop: () => Promise<void> };

/** The Lounge's page with the scripts that its package holds. */
export const serveTheLounge = ({ theLounge }: NpmPeers) =>
  serve(join(theLounge, "public"), readFileSync(join(theLounge, "public", "index.html"), "utf8"));

/** Converse.js in full-page mode, which is a chat and nothing else. */
export function serveConverse({ converse }: NpmPeers) {
  const settings = JSON.stringify({
    view_mode: "fullscreen",
    authentication: "login",
    websocket_url: "ws://localhost/ws",
    assets_path: "/",
  });
  return serve(
    join(converse, "dist"),
    `<!doctype html><title>Converse</title><link rel="stylesheet" href="/converse.min.css"><body>
     <script src="/converse.min.js"></script><script>converse.initialize(${settings})</script>`,
  );
}

const types: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

async function serve(folder: string, index: string): Promise<Served> {
  const port = await freePort();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/") return void response.setHeader("content-type", "text/html").end(index);
    const file = join(folder, path);
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile())
      return void response.writeHead(404).end();
    response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
