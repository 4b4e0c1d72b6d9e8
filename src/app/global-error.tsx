"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";
import de from "@/i18n/de/crash.json";
import en from "@/i18n/en/crash.json";
import { direction, type Locale, localeCookie, negotiateLocale } from "@/lib/locales";

const texts: Record<Locale, typeof en> = { en, de };

/** The last resort, when the layout itself failed: nothing of the layout is there, its texts neither. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  const locale = browserLocale();
  const text = texts[locale];
  return (
    <html lang={locale} dir={direction(locale)}>
      <body className="font-sans">
        <main className="grid min-h-dvh place-content-center justify-items-center gap-2 p-6 text-center">
          <h1 className="font-semibold text-lg">{text.title}</h1>
          <p className="max-w-sm text-muted-foreground text-sm">{text.description}</p>
          <Button className="mt-3" onClick={retry}>
            {text.retry}
          </Button>
        </main>
      </body>
    </html>
  );
}

function browserLocale(): Locale {
  if (typeof document === "undefined") return negotiateLocale(undefined, null);
  const chosen = document.cookie.match(new RegExp(`(?:^|; )${localeCookie}=([^;]*)`))?.[1];
  return negotiateLocale(chosen, navigator.languages.join(","));
}
