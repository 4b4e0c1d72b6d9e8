import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { isDay } from "@/components/data-table/list-view";
import { Report } from "@/features/audit-log/ui/admin/report";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const dayMs = 86_400_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

export async function generateMetadata() {
  const t = await getTranslations("audit.report");
  return { title: t("title") };
}

export default async function AuditReportPage({ searchParams }: Props) {
  const { from, to } = await searchParams;
  await requirePermission("audit.view", "/admin/audit/report");
  const given = typeof from === "string" && typeof to === "string" && isDay(from) && isDay(to) && from <= to;
  const days = given ? { from, to } : { from: dayOf(Date.now() - 29 * dayMs), to: dayOf(Date.now()) };
  const procedures = await caller();
  const [t, report, { instanceName }] = await Promise.all([
    getTranslations("audit.report"),
    procedures.admin.audit.report({
      from: new Date(days.from).toISOString(),
      to: new Date(Date.parse(days.to) + dayMs).toISOString(),
    }),
    procedures.settings.public(),
  ]);
  return (
    <>
      <div className="print:hidden">
        <BackLink href="/admin/audit">{t("back")}</BackLink>
      </div>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <Report report={report} days={days} instance={instanceName} />
    </>
  );
}
