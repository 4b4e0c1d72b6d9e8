"use client";

import { PlayIcon, RotateCcwIcon, Undo2Icon, XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { Job } from "../dto";
import { canBeginJob, canCancelJob, canRetryJob, canUndoJob } from "../policy";
import { useJobName } from "./use-job-name";

type Act = "begin" | "cancel" | "undo" | "retry";

/** What can be done about a job. */
export function JobActions({ job, onStarted }: { job: Job; onStarted?: (job: Job) => void }) {
  const t = useTranslations("jobs");
  const problemOf = useProblem();
  const name = useJobName()(job);
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState<Act>();
  const acts = {
    begin: trpc.admin.jobs.begin.useMutation(),
    cancel: trpc.admin.jobs.cancel.useMutation(),
    undo: trpc.admin.jobs.undo.useMutation(),
    retry: trpc.admin.jobs.retry.useMutation(),
  };

  const act = async (which: Act) => {
    try {
      const changed = await acts[which].mutateAsync({ jobId: job.id });
      utils.admin.jobs.get.setData({ jobId: changed.id }, changed);
      void utils.admin.jobs.invalidate();
      if (changed.id !== job.id) onStarted?.(changed);
      return undefined;
    } catch (error) {
      return problemOf(error).text;
    }
  };

  const button = { size: "sm", variant: "outline" } as const;
  return (
    <div className="flex flex-wrap gap-2 md:justify-end">
      {canBeginJob(job) && (
        <Button size="sm" onClick={() => setAsking("begin")}>
          <PlayIcon aria-hidden="true" />
          {t("begin")}
        </Button>
      )}
      {canCancelJob(job) && (
        <Button {...button} onClick={() => setAsking("cancel")}>
          <XIcon aria-hidden="true" />
          {t("cancel")}
        </Button>
      )}
      {canUndoJob(job) && (
        <Button {...button} onClick={() => setAsking("undo")}>
          <Undo2Icon aria-hidden="true" />
          {t("undo")}
        </Button>
      )}
      {canRetryJob(job) && (
        <Button {...button} onClick={() => setAsking("retry")}>
          <RotateCcwIcon aria-hidden="true" />
          {t("retry")}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(undefined)}
          title={t(`ask.${asking}`, { name })}
          description={t(`ask.${asking}Description`, {
            done: job.done,
            left: job.total - job.done,
            planned: job.total - job.done - job.failed,
          })}
          confirmText={t(asking)}
          pendingText={t("pending")}
          onConfirm={() => act(asking)}
        />
      )}
    </div>
  );
}
