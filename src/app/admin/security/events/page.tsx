import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { SecurityEvents } from "@/features/security/ui/admin/events";
import { eventsInput, readEventsView } from "@/features/security/ui/admin/security-views";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";
import { type PageProps, pageParameters } from "../../page-parameters";

export async function generateMetadata() {
  const t = await getTranslations("security.events");
  return { title: t("title") };
}

export default async function EventsPage(props: PageProps) {
  await requirePermission("security.view", "/admin/security/events");
  const t = await getTranslations("security.events");
  const ahead = await prefetcher();
  const view = readEventsView(await pageParameters(props));
  await ahead.admin.security.events.list.prefetch(eventsInput(view));
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HydrationBoundary state={ahead.dehydrate()}>
        <SecurityEvents />
      </HydrationBoundary>
    </>
  );
}
