import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { BroadcastConsole } from "@/features/broadcasts/ui/broadcast-console";
import { MessagesProvider } from "@/i18n/messages-provider";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../console-gate";
import { ConsoleHeading } from "../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("broadcasts");
  return { title: t("title") };
}

export default async function BroadcastsPage() {
  await requirePermission("broadcasts.send", "/admin/broadcasts");
  const [t, ahead] = await Promise.all([getTranslations("broadcasts"), prefetcher()]);
  await ahead.admin.broadcasts.audience.prefetch({ audience: "everybody" });
  return (
    <MessagesProvider namespaces={["broadcasts", "jobs", "table"]}>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HydrationBoundary state={ahead.dehydrate()}>
        <BroadcastConsole />
      </HydrationBoundary>
    </MessagesProvider>
  );
}
