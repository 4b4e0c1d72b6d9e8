import { HydrationBoundary } from "@tanstack/react-query";
import { ArrowLeftIcon } from "lucide-react";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeviceSection } from "@/features/notifications/settings/ui/device-section";
import { LevelSection } from "@/features/notifications/settings/ui/level-section";
import { QuietSection } from "@/features/notifications/settings/ui/quiet-section";
import { MessagesProvider } from "@/i18n/messages-provider";
import { headersContext } from "@/trpc/headers-context";
import { TrpcProvider } from "@/trpc/react";
import { prefetcher } from "@/trpc/rsc";

export async function generateMetadata() {
  const t = await getTranslations("notifications.settings");
  return { title: t("title") };
}

/** How somebody wants to be told of things. */
export default async function NotificationsPage() {
  if (!(await headersContext()).actor) redirect("/sign-in?next=/account/notifications");
  const [t, account, read] = await Promise.all([
    getTranslations("notifications.settings"),
    getTranslations("account"),
    prefetcher(),
  ]);
  await read.notifications.settings.get.prefetch();
  return (
    <MessagesProvider namespaces={["account", "notifications"]}>
      <TrpcProvider>
        <HydrationBoundary state={read.dehydrate()}>
          <main className="mx-auto grid w-full max-w-2xl gap-10 px-4 py-8 md:px-8">
            <header className="space-y-1">
              <Link
                href="/"
                className="mb-4 inline-flex items-center gap-1.5 text-muted-foreground text-sm hover:text-foreground"
              >
                <ArrowLeftIcon aria-hidden="true" className="size-4 rtl:rotate-180" />
                {account("back")}
              </Link>
              <h1 className="font-semibold text-2xl tracking-tight">{t("title")}</h1>
              <p className="max-w-prose text-pretty text-muted-foreground text-sm">{t("description")}</p>
            </header>
            <LevelSection />
            <QuietSection />
            <DeviceSection />
          </main>
        </HydrationBoundary>
      </TrpcProvider>
    </MessagesProvider>
  );
}
