import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeCookie, negotiateLocale, timeZoneCookie } from "@/lib/locales";
import { loadMessages } from "./messages";

export default getRequestConfig(async ({ locale: wanted }) => {
  const [cookieJar, requestHeaders] = await Promise.all([cookies(), headers()]);
  const locale =
    wanted ?? negotiateLocale(cookieJar.get(localeCookie)?.value, requestHeaders.get("accept-language"));
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
