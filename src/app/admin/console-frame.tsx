import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageMenu } from "@/components/language-menu";
import { Logo } from "@/components/logo";
import { PaintedWhole } from "@/components/painted-whole";
import { ThemeToggle } from "@/components/theme-toggle";
import type { Role } from "@/lib/permissions";
import { caller } from "@/trpc/rsc";
import { ConsoleMenu } from "./console-menu";
import { ConsoleNavigation } from "./console-navigation";

/** The frame of the console: a column of sections from 768 px on, a bar with a menu below. */
export async function ConsoleFrame({ role, children }: { role: Role; children: ReactNode }) {
  const [t, common] = await Promise.all([getTranslations("admin"), getTranslations("common")]);
  const { logo } = await (await caller()).settings.public();
  return (
    <div className="flex min-h-dvh flex-col print:block md:grid md:grid-cols-[15rem_minmax(0,1fr)]">
      <PaintedWhole id="content" />
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-primary px-4 py-2 font-medium text-primary-foreground text-sm focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {common("skipToContent")}
      </a>
      <header className="print:hidden sticky top-0 z-10 flex border-sidebar-border bg-sidebar text-sidebar-foreground max-md:items-center max-md:gap-1 max-md:border-b max-md:px-4 max-md:pt-[env(safe-area-inset-top)] md:h-dvh md:flex-col md:border-e">
        <div className="md:hidden">
          <ConsoleMenu role={role} />
        </div>
        <p className="flex h-14 flex-1 items-center gap-2.5 font-semibold tracking-tight md:flex-none md:px-5">
          <Logo src={logo?.small} className="size-7" />
          {t("title")}
        </p>
        <div className="hidden min-h-0 flex-1 flex-col md:flex">
          <ConsoleNavigation role={role} />
        </div>
        <div className="flex max-md:-me-2 md:border-sidebar-border md:border-t md:p-2">
          <LanguageMenu />
          <ThemeToggle />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-5 outline-none md:px-8 md:py-7">
        {children}
      </main>
    </div>
  );
}
