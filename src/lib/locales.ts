/** The languages of the interface: one folder of message catalogues each. */
export const locales = ["en", "de"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

export const localeCookie = "offchat-locale";
export const timeZoneCookie = "offchat-time-zone";

const rightToLeft = new Set(["ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** Writing direction of a language tag, for the `dir` attribute. */
export function direction(locale: string): "ltr" | "rtl" {
  return rightToLeft.has(primaryLanguage(locale)) ? "rtl" : "ltr";
}

/**
 * The language to answer in: the one the person chose, else the best of their browser's list.
 * @param chosen value of the cookie, not trusted
 * @param acceptLanguage the header, e.g. `de-AT, en;q=0.8`
 */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) || 0 : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
  for (const tag of [chosen ?? "", ...wanted]) {
    const match = locales.find((locale) => locale === primaryLanguage(tag));
    if (match) return match;
  }
  return defaultLocale;
}

function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}
