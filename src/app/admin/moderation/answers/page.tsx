import { getTranslations } from "next-intl/server";
import { Answers } from "@/features/moderation/ui/admin/answers";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("moderation.answers");
  return { title: t("title") };
}

export default async function AnswersPage() {
  await requirePermission("answer-templates.manage", "/admin/moderation/answers");
  const t = await getTranslations("moderation.answers");
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <Answers />
    </>
  );
}
