import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TimeZoneCookie } from "@/components/time-zone-cookie";
import { MessagesProvider } from "@/i18n/messages-provider";
import { direction } from "@/lib/locales";
import { ownPreferences } from "@/trpc/own-preferences";
import { caller } from "@/trpc/rsc";
import { fontVariables } from "./fonts";
import { KeptTheme } from "./kept-theme";
import { Providers } from "./providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  const { logo } = await (await caller()).settings.public();
  return {
    ...(logo && { icons: { icon: logo.small } }),
    title: { default: t("appName"), template: `%s · ${t("appName")}` },
    applicationName: t("appName"),
    description: t("appDescription"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f1f6f7" },
    { media: "(prefers-color-scheme: dark)", color: "#0d1416" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, requestHeaders, own] = await Promise.all([
    getLocale(),
    getTranslations("common"),
    headers(),
    ownPreferences(),
  ]);
  const dir = direction(locale);
  const nonce = requestHeaders.get("x-nonce") ?? undefined;
  return (
    <html
      lang={locale}
      dir={dir}
      data-density={own?.density}
      className={fontVariables}
      suppressHydrationWarning
    >
      <body className="font-sans">
        {own && <KeptTheme theme={own.theme} nonce={nonce} />}
        <Providers
          dir={dir}
          nonce={nonce}
          noticesLabel={t("notices")}
          signedIn={own !== null}
          density={own?.density}
          timeFormat={own?.timeFormat}
        >
          <MessagesProvider>
            {children}
            <TimeZoneCookie />
          </MessagesProvider>
        </Providers>
      </body>
    </html>
  );
}
