import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/server/env";

/** Hands the nonce of the response's policy to the layout; whatever a client sends in it is replaced. */
const nonceHeader = "x-nonce";

const oneYear = 365 * 24 * 3600;

/**
 * Sets every security header of an answer, before anything else writes to it. Next reads the nonce for its
 * own scripts from the policy in the request's headers, which is therefore set here too.
 */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse) {
  const isApi = request.url?.startsWith("/api/") ?? false;
  const isBuiltFile = request.url?.startsWith("/_next/static/") ?? false;
  const nonce = randomBytes(16).toString("base64");
  const policy = isApi || isBuiltFile ? noPagePolicy : pagePolicy(nonce);
  request.headers[nonceHeader] = nonce;
  request.headers["content-security-policy"] = policy;
  delete request.headers["content-security-policy-report-only"];
  response.setHeader("Content-Security-Policy", policy);
  // A page fetches dozens of files, of which browsers heed nothing else.
  const fixed = isBuiltFile ? headersOfEverything() : fixedHeaders();
  for (const [name, value] of fixed) response.setHeader(name, value);
  // Answers about somebody must not stay in a shared or a local cache; files say otherwise themselves.
  const isForAnybody = request.url?.startsWith("/api/instance-logo/") ?? false;
  if (isApi && !isForAnybody) response.setHeader("Cache-Control", "no-store");
}

/** Answers of the interface for programs and files of the build are data: as a document they may load and run nothing. */
const noPagePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function pagePolicy(nonce: string): string {
  const { APP_URL, PUBLIC_SOKETI_URL } = env();
  const sockets = new Set([
    APP_URL.replace(/^http/, "ws"),
    ...(PUBLIC_SOKETI_URL ? [PUBLIC_SOKETI_URL] : []),
  ]);
  const isDevelopment = process.env.NODE_ENV === "development";
  const directives = [
    "default-src 'self'",
    // React rebuilds stack traces with eval, in development only.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "script-src-attr 'none'",
    // Components position with style attributes, and libraries of theirs add style elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${[...sockets].map((url) => new URL(url).origin).join(" ")}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (isSecure()) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

const fixedHeaders = (): [string, string][] => [
  ...headersOfEverything(),
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Permissions-Policy", permissionsPolicy],
];

const headersOfEverything = (): [string, string][] => [
  ["X-Content-Type-Options", "nosniff"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ...(isSecure() ? [["Strict-Transport-Security", `max-age=${oneYear}`] satisfies [string, string]] : []),
];

/** What the product never asks a browser for. */
const permissionsPolicy = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "hid", "midi"]
  .map((feature) => `${feature}=()`)
  .join(", ");

const isSecure = () => env().APP_URL.startsWith("https:");
