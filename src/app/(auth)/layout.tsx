import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageMenu } from "@/components/language-menu";
import { Logo } from "@/components/logo";
import { PaintedWhole } from "@/components/painted-whole";
import { ThemeToggle } from "@/components/theme-toggle";
import { MessagesProvider } from "@/i18n/messages-provider";
import { caller } from "@/trpc/rsc";
import { BrandPanel } from "./brand-panel";

/** Around sign-in, registration, set-up and waiting: the form, and beside it what OffChat is. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("common");
  const { logo } = await (await caller()).settings.public();
  return (
    <MessagesProvider namespaces={["auth", "factors"]}>
      <PaintedWhole id="page" />
      <div id="page" className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
        <BrandPanel logo={logo?.large} />
        <div className="flex flex-col px-6 pt-[max(1rem,env(safe-area-inset-top))] pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-10">
          <header className="flex items-center justify-between gap-4">
            <p className="flex items-center gap-2.5 font-semibold tracking-tight lg:invisible">
              <Logo src={logo?.large} />
              {t("appName")}
            </p>
            <div className="-me-2 flex">
              <LanguageMenu />
              <ThemeToggle />
            </div>
          </header>
          <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10">
            {children}
          </main>
        </div>
      </div>
    </MessagesProvider>
  );
}
