import { getTranslations } from "next-intl/server";
import { Grants } from "@/features/moderation/break-glass/ui/grants";
import { requirePermission } from "../console-gate";
import { ConsoleHeading } from "../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("oversight.glass");
  return { title: t("title") };
}

export default async function BreakGlassPage() {
  const actor = await requirePermission("conversations.break-glass", "/admin/break-glass");
  const t = await getTranslations("oversight.glass");
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <Grants ownId={actor.id} />
    </>
  );
}
