import { HydrationBoundary } from "@tanstack/react-query";
import { ArrowLeftIcon } from "lucide-react";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FactorsSection } from "@/features/sessions/factors/ui/factors-section";
import { PasskeysSection } from "@/features/sessions/passkeys/ui/passkeys-section";
import { AttemptList } from "@/features/sessions/ui/attempt-list";
import { PasswordSection } from "@/features/sessions/ui/password-section";
import { SessionList } from "@/features/sessions/ui/session-list";
import { MessagesProvider } from "@/i18n/messages-provider";
import { headersContext } from "@/trpc/headers-context";
import { TrpcProvider } from "@/trpc/react";
import { prefetcher } from "@/trpc/rsc";

export async function generateMetadata() {
  const t = await getTranslations("account");
  return { title: t("title") };
}

/** What somebody can do for the safety of their own account. */
export default async function SecurityPage() {
  if (!(await headersContext()).actor) redirect("/sign-in?next=/account/security");
  const t = await getTranslations("account");
  const read = await prefetcher();
  await Promise.all([
    read.sessions.list.prefetch(),
    read.sessions.attempts.prefetch(),
    read.factors.status.prefetch(),
    read.passkeys.list.prefetch(),
  ]);
  return (
    <MessagesProvider namespaces={["account", "factors"]}>
      <TrpcProvider>
        <HydrationBoundary state={read.dehydrate()}>
          <main className="mx-auto grid w-full max-w-2xl gap-10 px-4 py-8 md:px-8">
            <header className="space-y-1">
              <Link
                href="/"
                className="mb-4 inline-flex items-center gap-1.5 text-muted-foreground text-sm hover:text-foreground"
              >
                <ArrowLeftIcon aria-hidden="true" className="size-4 rtl:rotate-180" />
                {t("back")}
              </Link>
              <h1 className="font-semibold text-2xl tracking-tight">{t("title")}</h1>
              <p className="max-w-prose text-pretty text-muted-foreground text-sm">{t("description")}</p>
            </header>
            <SessionList />
            <PasswordSection />
            <FactorsSection />
            <PasskeysSection />
            <AttemptList />
          </main>
        </HydrationBoundary>
      </TrpcProvider>
    </MessagesProvider>
  );
}
