"use client";

import { FlagIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { ReportResult } from "../dto";

/** Tells a reporter what came of their reports, one after the other. */
export function ReportResults({ results }: { results: ReportResult[] }) {
  const t = useTranslations("reports.result");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const putAway = trpc.moderation.putResultAway.useMutation({
    onSuccess: () => utils.moderation.notices.invalidate(),
    onError: (error) => void notify("error", problem(error).text),
  });
  const [result] = results;
  if (!result) return null;
  const { reportId, kind, reported, outcome, answer } = result;
  return (
    <section
      role="status"
      aria-label={t("title")}
      className="fixed inset-x-3 bottom-[calc(env(safe-area-inset-bottom)+0.75rem)] z-40 grid gap-3 rounded-lg border bg-popover p-4 text-popover-foreground shadow-lg sm:start-auto sm:w-96"
    >
      <div className="flex gap-3">
        <FlagIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
        <div className="grid min-w-0 gap-1 text-sm">
          <p className="font-medium">{t("title")}</p>
          <p className="wrap-anywhere text-muted-foreground">
            {t(`about.${kind}`, { name: reported.displayName })}
          </p>
          <p>{t(`outcome.${outcome}`)}</p>
          {answer && (
            <p
              dir="auto"
              className="wrap-anywhere max-h-40 overflow-y-auto whitespace-pre-wrap border-s-2 ps-3"
            >
              {answer}
            </p>
          )}
        </div>
      </div>
      <div className="flex items-center justify-between gap-3">
        <p className="text-muted-foreground text-xs">
          {results.length > 1 ? t("more", { count: results.length - 1 }) : ""}
        </p>
        <Button size="sm" variant="outline" onClick={() => putAway.mutate({ reportId })}>
          {t("putAway")}
        </Button>
      </div>
    </section>
  );
}
