"use client";

import { XIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { isOpen } from "../policy";
import { JobActions } from "./job-actions";
import { JobProgress } from "./job-progress";
import { JobStateBadge } from "./job-state-badge";
import { useJobEvents } from "./use-job-events";
import { useJobName } from "./use-job-name";

/** A job that somebody has just begun, live, beside the list it was begun from. */
export function JobPanel({
  jobId,
  onShow,
  onClose,
}: {
  jobId: string;
  /** another job began: the one that takes this one back */
  onShow: (jobId: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("jobs");
  const name = useJobName();
  useJobEvents();
  const { data: job } = trpc.admin.jobs.get.useQuery({ jobId });
  if (!job) return null;
  return (
    <section aria-label={t("panel")} className="grid gap-3 rounded-lg border bg-card p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-medium text-sm">{name(job)}</h2>
        <JobStateBadge state={job.state} />
        <p role="status" className="sr-only">
          {isOpen(job) ? "" : `${name(job)}: ${t(`state.${job.state}`)}`}
        </p>
        <div className="ms-auto flex flex-wrap items-center gap-2">
          <JobActions job={job} onStarted={(started) => onShow(started.id)} />
          <Button asChild size="sm" variant="ghost">
            <Link href={`/admin/jobs/${job.id}`}>{t("details")}</Link>
          </Button>
          <Button size="icon-sm" variant="ghost" aria-label={t("hide")} onClick={onClose}>
            <XIcon aria-hidden="true" />
          </Button>
        </div>
      </div>
      <JobProgress job={job} />
    </section>
  );
}
