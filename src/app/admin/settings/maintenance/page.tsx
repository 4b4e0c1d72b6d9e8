import { getTranslations } from "next-intl/server";
import { MaintenanceForm } from "@/features/settings/ui/admin/maintenance-form";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("instance.maintenance");
  return { title: t("title") };
}

export default async function Page() {
  await requirePermission("settings.manage", "/admin/settings/maintenance");
  const t = await getTranslations("instance.maintenance");
  const settings = await (await caller()).admin.settings.get();
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <MaintenanceForm initial={settings} />
    </>
  );
}
