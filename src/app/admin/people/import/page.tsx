import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";
import { Import } from "./import";

export async function generateMetadata() {
  const t = await getTranslations("people.import");
  return { title: t("title") };
}

export default async function ImportPage() {
  await requirePermission("people.import", "/admin/people/import");
  const t = await getTranslations("people");
  return (
    <>
      <BackLink href="/admin/people">{t("back")}</BackLink>
      <ConsoleHeading title={t("import.title")} description={t("import.description")} />
      <Import />
    </>
  );
}
