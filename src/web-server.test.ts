import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientAddressHeader } from "@/server/http/client-address";
import { startWebServer } from "@/testing/start-web-server";

let web: Awaited<ReturnType<typeof startWebServer>>;
let seenByPage: IncomingMessage["headers"] = {};

beforeAll(async () => {
  web = await startWebServer((request, response) => {
    seenByPage = request.headers;
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html>");
  });
});
afterAll(() => web.close());

const nonceOf = (policy: string | null | undefined) => policy?.match(/'nonce-([^']+)'/)?.[1];

describe("pages", () => {
  it("get a policy with a nonce of their own each time, and Next the same nonce", async () => {
    const first = await fetch(`${web.url}/sign-in`);
    const policy = first.headers.get("content-security-policy") ?? "";
    expect(nonceOf(policy)).toBe(seenByPage["x-nonce"]);
    expect(nonceOf(seenByPage["content-security-policy"] as string)).toBe(seenByPage["x-nonce"]);
    expect(nonceOf(policy)).toHaveLength(24);
    const second = await fetch(`${web.url}/sign-in`);
    expect(nonceOf(second.headers.get("content-security-policy"))).not.toBe(nonceOf(policy));
  });

  it("may not run inline scripts, be framed, or send forms elsewhere", async () => {
    const policy = (await fetch(`${web.url}/`)).headers.get("content-security-policy") ?? "";
    const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src ")) ?? "";
    expect(scripts).toContain("'strict-dynamic'");
    expect(scripts).not.toContain("unsafe");
    expect(policy.split("; ")).toEqual(
      expect.arrayContaining([
        "frame-ancestors 'none'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "script-src-attr 'none'",
      ]),
    );
  });

  it("do not take a nonce or an address from the client", async () => {
    await fetch(`${web.url}/`, {
      headers: {
        "x-nonce": "forged",
        "content-security-policy": "script-src 'nonce-forged'",
        "content-security-policy-report-only": "script-src 'nonce-forged'",
        [clientAddressHeader]: "198.51.100.1",
        "x-forwarded-for": "198.51.100.1",
      },
    });
    expect(seenByPage["x-nonce"]).not.toBe("forged");
    expect(seenByPage["content-security-policy"]).not.toContain("forged");
    expect(seenByPage["content-security-policy-report-only"]).toBeUndefined();
    expect(seenByPage[clientAddressHeader]).toBe("127.0.0.1");
  });
});

it.each(["/", "/api/health", "/api/trpc/settings.public", "/api/trpc/no.such"])(
  "%s carries the fixed headers",
  async (path) => {
    const { headers } = await fetch(`${web.url}${path}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
    expect(headers.get("strict-transport-security")).toBeNull();
  },
);

it("answers for programs load nothing and are not kept", async () => {
  const { headers } = await fetch(`${web.url}/api/trpc/settings.public`);
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
  expect(headers.get("cache-control")).toBe("no-store");
});

it("files of the build carry what browsers heed of files, and load nothing as a document", async () => {
  const { headers } = await fetch(`${web.url}/_next/static/chunks/some.js`);
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'.* frame-ancestors 'none'$/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
});

describe("requests that change something", () => {
  const post = (origin?: string) =>
    fetch(`${web.url}/api/trpc/users.register`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(origin ? { origin } : {}) },
      body: "{}",
    });

  it("are refused from another site", async () => {
    for (const origin of ["https://evil.example", "null", `${web.url}.evil.example`]) {
      expect((await post(origin)).status).toBe(403);
    }
  });

  it("are heard from the product's own pages and from programs", async () => {
    expect((await post(web.url)).status).toBe(400);
    expect((await post("http://localhost:3000")).status).toBe(400);
    expect((await post()).status).toBe(400);
  });
});
