import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { Limits } from "@/features/security/ui/admin/limits";
import { caller, prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("security.limits");
  return { title: t("title") };
}

export default async function LimitsPage() {
  await requirePermission("settings.manage", "/admin/security/limits");
  const t = await getTranslations("security.limits");
  const ahead = await prefetcher();
  const settings = await (await caller()).admin.settings.get();
  await ahead.admin.security.limits.prefetch();
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HydrationBoundary state={ahead.dehydrate()}>
        <Limits settings={settings} />
      </HydrationBoundary>
    </>
  );
}
