import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { Reports } from "@/features/moderation/ui/admin/reports";
import { listInput, readReportsView, reportsHref } from "@/features/moderation/ui/admin/reports-view";
import { can } from "@/lib/permissions";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../console-gate";
import { ConsoleHeading } from "../console-heading";
import { type PageProps, pageParameters } from "../page-parameters";

export async function generateMetadata() {
  const t = await getTranslations("moderation.reports");
  return { title: t("title") };
}

export default async function ModerationPage(props: PageProps) {
  const view = readReportsView(await pageParameters(props));
  const actor = await requirePermission("reports.handle", reportsHref(view));
  const t = await getTranslations("moderation.reports");
  const ahead = await prefetcher();
  await Promise.all([
    ahead.admin.moderation.list.prefetch(listInput(view)),
    ahead.admin.moderation.counts.prefetch(),
  ]);
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HydrationBoundary state={ahead.dehydrate()}>
        <Reports mayExport={can(actor, "reports.export")} />
      </HydrationBoundary>
    </>
  );
}
