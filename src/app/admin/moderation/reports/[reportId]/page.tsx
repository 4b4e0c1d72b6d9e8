import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { Report } from "@/features/moderation/ui/admin/report";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../../../console-gate";

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata() {
  const t = await getTranslations("moderation.report");
  return { title: t("title") };
}

export default async function ReportPage({ params }: Props) {
  const { reportId } = await params;
  const actor = await requirePermission("reports.handle", `/admin/moderation/reports/${reportId}`);
  const ahead = await prefetcher();
  await ahead.admin.moderation.get.prefetch({ reportId });
  return (
    <HydrationBoundary
      state={ahead.dehydrate({ shouldDehydrateQuery: ({ state }) => state.status === "success" })}
    >
      <Report reportId={reportId} actor={{ id: actor.id, role: actor.role }} />
    </HydrationBoundary>
  );
}
