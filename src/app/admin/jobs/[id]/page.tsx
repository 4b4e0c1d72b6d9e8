import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";
import { Job } from "./job";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  const t = await getTranslations("jobs");
  return { title: t("title") };
}

export default async function JobPage({ params }: Props) {
  const { id } = await params;
  await requirePermission("jobs.view", `/admin/jobs/${id}`);
  const job = await (await caller()).admin.jobs.get({ jobId: id }).catch(() => null);
  if (!job) notFound();
  return <Job initial={job} />;
}
