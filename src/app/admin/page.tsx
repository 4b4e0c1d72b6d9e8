import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { Dashboard } from "@/features/dashboard/ui/dashboard";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "./console-gate";
import { ConsoleHeading } from "./console-heading";

export async function generateMetadata() {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

/** The console opens with what its sections have to say at this moment. */
export default async function AdminPage() {
  const { id, role } = await requirePermission("dashboard.view", "/admin");
  const t = await getTranslations("dashboard");
  const ahead = await prefetcher();
  await ahead.admin.dashboard.get.prefetch();
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HydrationBoundary state={ahead.dehydrate()}>
        <Dashboard viewer={{ id, role }} />
      </HydrationBoundary>
    </>
  );
}
