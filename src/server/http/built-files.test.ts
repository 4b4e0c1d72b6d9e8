import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startWebServer } from "@/testing/start-web-server";
import { compressFiles } from "../../../scripts/compress-files.mjs";
import { withBuiltFiles } from "./built-files";

const code = `console.log("${"tide ".repeat(400)}")`;
const folder = mkdtempSync(join(tmpdir(), "offchat-built-"));
let web: Awaited<ReturnType<typeof startWebServer>>;

beforeAll(async () => {
  mkdirSync(join(folder, "static", "chunks"), { recursive: true });
  writeFileSync(join(folder, "static", "chunks", "a.js"), code);
  writeFileSync(join(folder, "secret.json"), "{}");
  await compressFiles(join(folder, "static"));
  web = await startWebServer(
    withBuiltFiles(join(folder, "static"), (asked, response) => {
      response.writeHead(404, { "content-type": "text/plain" }).end(`page ${asked.url}`);
    }),
  );
});
afterAll(async () => {
  await web.close();
  rmSync(folder, { recursive: true });
});

/** As it comes over the wire; `fetch` would decompress it, and tidy up the path. */
function get(path: string, encodings: string) {
  type Answer = { status?: number; headers: import("node:http").IncomingHttpHeaders; body: Buffer };
  return new Promise<Answer>((resolve, reject) => {
    const { port } = new URL(web.url);
    request({ port, path, headers: { "accept-encoding": encodings } }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    })
      .on("error", reject)
      .end();
  });
}

it.each([
  ["br", "gzip, deflate, br", (body: Buffer) => brotliDecompressSync(body)],
  ["gzip", "gzip, deflate", (body: Buffer) => gunzipSync(body)],
  [undefined, "identity", (body: Buffer) => body],
])("sends what was compressed while building: %s", async (encoding, accepted, plain) => {
  const { status, headers, body } = await get("/_next/static/chunks/a.js", accepted);
  expect(status).toBe(200);
  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers["content-type"]).toMatch(/javascript/);
  expect(headers["cache-control"]).toBe("public,max-age=31536000,immutable");
  expect(headers.vary).toMatch(/accept-encoding/i);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(plain(body).toString()).toBe(code);
  if (encoding) expect(body.length).toBeLessThan(code.length / 10);
});

it.each(["/_next/static/chunks/b.js", "/_next/static/", "/sign-in", "/_next/static/../secret.json"])(
  "leaves %s to the pages, under its own address",
  async (path) => {
    const { status, body } = await get(path, "br");
    expect(status).toBe(404);
    expect(body.toString()).toBe(`page ${path}`);
  },
);
