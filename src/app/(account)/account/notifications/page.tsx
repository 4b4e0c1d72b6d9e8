import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { DeviceSection } from "@/features/notifications/settings/ui/device-section";
import { DigestSection } from "@/features/notifications/settings/ui/digest-section";
import { FollowNotificationSettings } from "@/features/notifications/settings/ui/follow-notification-settings";
import { LevelSection } from "@/features/notifications/settings/ui/level-section";
import { QuietSection } from "@/features/notifications/settings/ui/quiet-section";
import { MessagesProvider } from "@/i18n/messages-provider";
import { prefetcher } from "@/trpc/rsc";
import { requireOwnAccount } from "../account-gate";
import { AccountHeading } from "../account-heading";

export async function generateMetadata() {
  const t = await getTranslations("notifications.settings");
  return { title: t("title") };
}

/** How somebody wants to be told of things. */
export default async function NotificationsPage() {
  const { id } = await requireOwnAccount("/account/notifications");
  const [t, read] = await Promise.all([getTranslations("notifications.settings"), prefetcher()]);
  await Promise.all([
    read.notifications.settings.get.prefetch(),
    read.notifications.push.devices.prefetch(),
    read.settings.public.prefetch(),
  ]);
  return (
    <MessagesProvider namespaces={["account", "notifications"]}>
      <HydrationBoundary state={read.dehydrate()}>
        <FollowNotificationSettings userId={id} />
        <AccountHeading title={t("title")} description={t("description")} />
        <LevelSection />
        <QuietSection />
        <DeviceSection />
        <DigestSection />
      </HydrationBoundary>
    </MessagesProvider>
  );
}
