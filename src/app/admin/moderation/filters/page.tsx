import { getTranslations } from "next-intl/server";
import { Filters } from "@/features/filters/ui/admin/filters";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("moderation.filters");
  return { title: t("title") };
}

export default async function FiltersPage() {
  await requirePermission("message-filters.manage", "/admin/moderation/filters");
  const t = await getTranslations("moderation.filters");
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <Filters />
    </>
  );
}
