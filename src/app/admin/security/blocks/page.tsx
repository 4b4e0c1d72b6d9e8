import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { IpRules } from "@/features/security/ui/admin/ip-rules";
import { readRulesView, rulesInput } from "@/features/security/ui/admin/security-views";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { ConsoleHeading } from "../../console-heading";
import { type PageProps, pageParameters } from "../../page-parameters";

export async function generateMetadata() {
  const t = await getTranslations("security.rules");
  return { title: t("title") };
}

export default async function BlocksPage(props: PageProps) {
  await requirePermission("security.view", "/admin/security/blocks");
  const t = await getTranslations("security.rules");
  const ahead = await prefetcher();
  const view = readRulesView(await pageParameters(props));
  await ahead.admin.security.ipRules.list.prefetch(rulesInput(view));
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HydrationBoundary state={ahead.dehydrate()}>
        <IpRules />
      </HydrationBoundary>
    </>
  );
}
