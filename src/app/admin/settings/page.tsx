import { getTranslations } from "next-intl/server";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../console-gate";
import { ConsoleHeading } from "../console-heading";
import { Settings } from "./settings";

export async function generateMetadata() {
  const t = await getTranslations("admin.settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  await requirePermission("settings.manage", "/admin/settings");
  const t = await getTranslations("admin.settings");
  const settings = await (await caller()).admin.settings.get();
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <Settings initial={settings} />
    </>
  );
}
