import type { IncomingMessage } from "node:http";
import { ServerResponse } from "node:http";
import { expect, it, vi } from "vitest";

it("insists on TLS, and lets pages reach the realtime server, where they are configured", async () => {
  vi.stubEnv("APP_URL", "https://chat.example.org");
  vi.stubEnv("PUBLIC_SOKETI_URL", "wss://push.example.org/");
  vi.resetModules();
  const { setSecurityHeaders } = await import("./security-headers");
  const request = { url: "/", headers: {} } as IncomingMessage;
  const response = new ServerResponse(request);
  setSecurityHeaders(request, response);
  expect(response.getHeader("strict-transport-security")).toBe("max-age=31536000");
  const policy = String(response.getHeader("content-security-policy")).split("; ");
  expect(policy).toContain("connect-src 'self' wss://chat.example.org wss://push.example.org");
  expect(policy).toContain("upgrade-insecure-requests");
  vi.unstubAllEnvs();
});
