import { getTranslations } from "next-intl/server";
import { FailedTasks } from "@/features/jobs/ui/failed-tasks";
import { JobList } from "@/features/jobs/ui/job-list";
import { requirePermission } from "../console-gate";
import { ConsoleHeading } from "../console-heading";

export async function generateMetadata() {
  const t = await getTranslations("jobs");
  return { title: t("title") };
}

export default async function JobsPage() {
  await requirePermission("jobs.view", "/admin/jobs");
  const t = await getTranslations("jobs");
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <div className="grid gap-8">
        <JobList />
        <FailedTasks />
      </div>
    </>
  );
}
