import { getTranslations } from "next-intl/server";
import { PrivacyForm } from "@/features/settings/ui/admin/privacy-form";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("instance.privacy");
  return { title: t("title") };
}

export default async function Page() {
  await requirePermission("settings.manage", "/admin/settings/private-conversations");
  const t = await getTranslations("instance.privacy");
  const settings = await (await caller()).admin.settings.get();
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <PrivacyForm initial={settings} />
    </>
  );
}
