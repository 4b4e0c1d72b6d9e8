"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { BackLink } from "@/components/back-link";
import { usePersonName } from "@/components/use-person-name";
import type { Job as JobDto } from "@/features/jobs/dto";
import { JobDetails } from "@/features/jobs/ui/job-details";
import { useJobName } from "@/features/jobs/ui/use-job-name";
import { ConsoleHeading } from "../../console-heading";

export function Job({ initial }: { initial: JobDto }) {
  const personName = usePersonName();
  const t = useTranslations("jobs");
  const router = useRouter();
  const name = useJobName();
  return (
    <>
      <BackLink href="/admin/jobs">{t("back")}</BackLink>
      <ConsoleHeading
        title={name(initial)}
        description={t("startedBy", { name: initial.startedBy ? personName(initial.startedBy) : "–" })}
      />
      <JobDetails initial={initial} onStarted={({ id }) => router.push(`/admin/jobs/${id}`)} />
    </>
  );
}
