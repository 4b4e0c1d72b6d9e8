"use client";

import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import { useErrorText } from "@/components/use-error-text";
import type { ErrorCode } from "@/lib/error-codes";
import type { Job } from "../dto";
import { useJobName } from "./use-job-name";

/** How far a job has come, drawn and in words. */
export function JobProgress({ job }: { job: Job }) {
  const t = useTranslations("jobs");
  const errorText = useErrorText();
  const name = useJobName();
  const { done, failed, total, problem } = job;
  return (
    <div className="grid w-full min-w-40 gap-1">
      <Progress
        aria-label={name(job)}
        value={Math.round(((done + failed) / total) * 100)}
        className="h-1.5"
      />
      <p className="text-muted-foreground text-xs tabular-nums">
        {t("progress", { done, total })}
        {failed > 0 && <span className="text-destructive"> · {t("failures", { count: failed })}</span>}
      </p>
      {problem && <p className="text-destructive text-xs">{errorText(problem as ErrorCode)}</p>}
    </div>
  );
}
