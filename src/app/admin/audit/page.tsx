import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { Audit } from "@/features/audit-log/ui/admin/audit";
import { auditHref, filterOf, listInput, readAuditView } from "@/features/audit-log/ui/admin/audit-view";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../console-gate";
import { ConsoleHeading } from "../console-heading";
import { type PageProps, pageParameters } from "../page-parameters";

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage(props: PageProps) {
  const view = readAuditView(await pageParameters(props));
  await requirePermission("audit.view", auditHref(view.filters, view.query));
  const t = await getTranslations("audit");
  const ahead = await prefetcher();
  const { audit } = ahead.admin;
  await Promise.all([
    audit.list.prefetch(listInput(view)),
    audit.statistics.prefetch({ filter: filterOf(view) }),
    audit.chain.prefetch(),
    audit.actions.prefetch(),
    audit.exports.prefetch(),
  ]);
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HydrationBoundary state={ahead.dehydrate()}>
        <Audit />
      </HydrationBoundary>
    </>
  );
}
