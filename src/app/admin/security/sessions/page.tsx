import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { attemptsInput, liveInput, readSessionsView } from "@/features/sessions/ui/admin/session-views";
import { Sessions } from "@/features/sessions/ui/admin/sessions";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";
import { type PageProps, pageParameters } from "../../page-parameters";

export async function generateMetadata() {
  const t = await getTranslations("security.sessions");
  return { title: t("title") };
}

export default async function SessionsPage(props: PageProps) {
  await requirePermission("security.view", "/admin/security/sessions");
  const t = await getTranslations("security.sessions");
  const ahead = await prefetcher();
  const view = readSessionsView(await pageParameters(props));
  await (view.filters.show === "attempts"
    ? ahead.admin.sessions.attempts.prefetch(attemptsInput(view))
    : ahead.admin.sessions.list.prefetch(liveInput(view)));
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HydrationBoundary state={ahead.dehydrate()}>
        <Sessions />
      </HydrationBoundary>
    </>
  );
}
