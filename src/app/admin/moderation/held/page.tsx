import { getTranslations } from "next-intl/server";
import { HeldMessages } from "@/features/moderation/held/ui/held-messages";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("moderation.held");
  return { title: t("title") };
}

export default async function HeldPage() {
  const actor = await requirePermission("reports.handle", "/admin/moderation/held");
  const t = await getTranslations("moderation.held");
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HeldMessages ownId={actor.id} />
    </>
  );
}
