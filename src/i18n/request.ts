import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeCookie, negotiateLocale, timeZoneCookie } from "@/lib/locales";
import { ownPreferences } from "@/trpc/own-preferences";
import { loadMessages } from "./messages";

export default getRequestConfig(async ({ locale: wanted }) => {
  const [cookieJar, requestHeaders] = await Promise.all([cookies(), headers()]);
  // What somebody chose for themselves goes with them; the cookie is for this device.
  const own = wanted ?? (await ownPreferences())?.locale;
  const chosen = own ?? cookieJar.get(localeCookie)?.value;
  const locale = negotiateLocale(chosen, requestHeaders.get("accept-language"));
  return {
    locale,
    messages: await loadMessages(locale),
    timeZone: knownTimeZone(cookieJar.get(timeZoneCookie)?.value),
  };
});

function knownTimeZone(name: string | undefined): string {
  if (!name) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
