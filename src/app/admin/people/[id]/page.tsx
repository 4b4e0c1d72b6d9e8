import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { ReportsOf } from "@/features/moderation/ui/admin/reports-of";
import { PersonView } from "@/features/people/ui/person-view";
import { MessagesProvider } from "@/i18n/messages-provider";
import { can } from "@/lib/permissions";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  const t = await getTranslations("people.person");
  return { title: t("title") };
}

export default async function PersonPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePermission("people.view", `/admin/people/${id}`);
  const details = await (await caller()).admin.people.get({ userId: id }).catch(() => null);
  if (!details) notFound();
  const t = await getTranslations("people");
  return (
    <>
      <BackLink href="/admin/people">{t("back")}</BackLink>
      <ConsoleHeading title={details.person.displayName} />
      <PersonView
        initial={details}
        maySeeAudit={can(actor, "audit.view")}
        reports={
          can(actor, "reports.handle") && (
            <MessagesProvider namespaces={["moderation"]}>
              <ReportsOf person={details.person} side="about" />
              <ReportsOf person={details.person} side="by" />
            </MessagesProvider>
          )
        }
        mayManage={can(actor, "people.manage") && details.person.id !== actor.id}
      />
    </>
  );
}
