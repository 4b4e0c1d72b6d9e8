import type { IncomingMessage, ServerResponse } from "node:http";
import de from "@/i18n/de/errors.json";
import en from "@/i18n/en/errors.json";
import { type Locale, negotiateLocale } from "@/lib/locales";
import type { AppError } from "@/server/app-error";
import { statusOf } from "@/server/trpc/refuse-request";

const texts: Record<Locale, Record<string, string>> = { en, de };

/** A page that says why there is no page. It needs nothing of the product: whoever is refused gets nothing else. */
export function refusePage(
  request: IncomingMessage,
  response: ServerResponse,
  { code }: AppError,
  requestId: string,
) {
  const locale = negotiateLocale(undefined, request.headers["accept-language"] ?? null);
  const text = texts[locale][code] ?? code;
  response
    .writeHead(statusOf({ code }), {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
    })
    .end(
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>OffChat</title></head><body style="font:1rem/1.5 system-ui;max-width:36rem;margin:20vh auto;padding:0 1rem">` +
        `<h1 style="font-size:1.25rem">${text}</h1><p><code>${requestId}</code></p></body></html>`,
    );
}
