import { defaultLocale, type Locale } from "@/lib/locales";
import { placeOf } from "@/server/places/place-of";
import { describeDevice } from "./describe-device";

type From = { ip: string | null; userAgent: string | null };

/** From where somebody did something, in the words of a mail to them. */
export function deviceFacts({ ip, userAgent }: From, { locale }: { locale: Locale | null }) {
  const { browser, system } = describeDevice(userAgent);
  const { country } = placeOf(ip);
  const names = new Intl.DisplayNames(locale ?? defaultLocale, { type: "region" });
  return {
    device: [browser, system].filter(Boolean).join(" · ") || userAgent,
    place: country && (names.of(country) ?? country),
    ip,
  };
}
