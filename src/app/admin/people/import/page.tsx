import { getTranslations } from "next-intl/server";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";
import { Import } from "./import";

export async function generateMetadata() {
  const t = await getTranslations("people.import");
  return { title: t("title") };
}

export default async function ImportPage() {
  await requirePermission("people.import", "/admin/people/import");
  const t = await getTranslations("people.import");
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <Import />
    </>
  );
}
