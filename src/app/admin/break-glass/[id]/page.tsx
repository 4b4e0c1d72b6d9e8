import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GlassReading } from "@/features/moderation/break-glass/ui/glass-reading";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  const t = await getTranslations("oversight.glass");
  return { title: t("one") };
}

export default async function GlassPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePermission("conversations.break-glass", `/admin/break-glass/${id}`);
  const grant = await (await caller()).admin.breakGlass.get({ grantId: id }).catch(() => null);
  if (!grant) notFound();
  return <GlassReading initial={grant} ownId={actor.id} />;
}
