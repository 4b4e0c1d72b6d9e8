import { getTranslations } from "next-intl/server";
import { TestMail } from "@/features/mail/ui/test-mail";
import { MailForm } from "@/features/settings/ui/admin/mail-form";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("instance.mail");
  return { title: t("title") };
}

export default async function Page() {
  await requirePermission("settings.manage", "/admin/settings/mail");
  const [t, admin] = await Promise.all([getTranslations("instance.mail"), getTranslations("admin.settings")]);
  const procedures = await caller();
  const [settings, status] = await Promise.all([
    procedures.admin.settings.get(),
    procedures.admin.mail.describe(),
  ]);
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <div className="grid max-w-2xl gap-8">
        {status ? <TestMail status={status} /> : <p className="text-sm">{admin("mailOff.description")}</p>}
        <MailForm initial={settings} />
      </div>
    </>
  );
}
