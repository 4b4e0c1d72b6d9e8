import { getTranslations } from "next-intl/server";
import { LogoField } from "@/features/settings/logo/ui/logo-field";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../console-gate";
import { ConsoleHeading } from "../console-heading";
import { Settings } from "./settings";
import { uploadLogo } from "./upload-logo";

export async function generateMetadata() {
  const t = await getTranslations("admin.settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  await requirePermission("settings.manage", "/admin/settings");
  const t = await getTranslations("admin.settings");
  const procedures = await caller();
  const [settings, { mailIsOn, logo }] = await Promise.all([
    procedures.admin.settings.get(),
    procedures.settings.public(),
  ]);
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      {!mailIsOn && (
        <section
          aria-labelledby="mail-off"
          className="mb-8 max-w-2xl rounded-lg border bg-muted/50 px-4 py-3"
        >
          <h2 id="mail-off" className="font-medium text-sm">
            {t("mailOff.title")}
          </h2>
          <p className="text-pretty text-muted-foreground text-sm">{t("mailOff.description")}</p>
        </section>
      )}
      <LogoField logo={logo} upload={uploadLogo} />
      <Settings initial={settings} />
    </>
  );
}
