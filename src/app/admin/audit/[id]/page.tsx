import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { AuditBy, AuditOf } from "@/features/audit-log/ui/admin/audit-of";
import { EntryDetail } from "@/features/audit-log/ui/admin/entry-detail";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditEntryPage({ params }: Props) {
  const { id } = await params;
  await requirePermission("audit.view", `/admin/audit/${encodeURIComponent(id)}`);
  if (!/^[1-9]\d{0,14}$/.test(id)) notFound();
  const entry = await (await caller()).admin.audit.get({ id: Number(id) }).catch((error) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
  const t = await getTranslations("audit");
  const key = `action.${entry.action}` as "title";
  return (
    <>
      <BackLink href="/admin/audit">{t("report.back")}</BackLink>
      <ConsoleHeading
        title={t.has(key) ? t(key) : entry.action}
        description={t("detail.description", { id: entry.id })}
      />
      <EntryDetail entry={entry} />
      <div className="mt-8 grid max-w-4xl gap-8 md:grid-cols-2">
        <AuditOf type={entry.target.type} id={entry.target.id} />
        {entry.actor && <AuditBy userId={entry.actor.id} />}
      </div>
    </>
  );
}
