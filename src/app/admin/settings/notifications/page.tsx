import { getTranslations } from "next-intl/server";
import { NotificationDefaultsForm } from "@/features/settings/ui/admin/notification-defaults-form";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("instance.notifications");
  return { title: t("title") };
}

export default async function Page() {
  await requirePermission("settings.manage", "/admin/settings/notifications");
  const t = await getTranslations("instance.notifications");
  const procedures = await caller();
  const [settings, { mailIsOn }] = await Promise.all([
    procedures.admin.settings.get(),
    procedures.settings.public(),
  ]);
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <NotificationDefaultsForm initial={settings} mailIsOn={mailIsOn} />
    </>
  );
}
