"use client";

import { useTranslations } from "next-intl";
import { BackLink } from "@/components/back-link";
import { ErrorState } from "@/components/error-state";
import { useChannel } from "@/components/listen";
import { Skeleton } from "@/components/ui/skeleton";
import { usePersonName } from "@/components/use-person-name";
import { reportsChannel } from "@/features/reports/channels";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { Handler } from "../../policy";
import { ReportDecision } from "./report-decision";
import { ReportEvidence } from "./report-evidence";
import { ReportFacts } from "./report-facts";

/** One report: what is complained about, what is known, and what to do about it. */
export function Report({ reportId, actor }: { reportId: string; actor: Handler }) {
  const personName = usePersonName();
  const t = useTranslations("moderation.report");
  const reports = useTranslations("moderation.reports");
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  const { data: report, error, refetch } = trpc.admin.moderation.get.useQuery({ reportId });
  const readAnew = () => void utils.admin.moderation.get.invalidate({ reportId });
  useChannel(reportsChannel, readAnew, readAnew);
  const problem = error && problemOf(error);
  return (
    <>
      <BackLink href="/admin/moderation">{t("back")}</BackLink>
      {report ? (
        <>
          <header className="mb-6 space-y-1">
            <h1 className="wrap-anywhere font-semibold text-2xl tracking-tight">
              {reports(report.kind === "message" ? "message" : "person", {
                name: personName(report.reported),
              })}
            </h1>
            <p className="max-w-prose text-pretty text-muted-foreground text-sm">{t("description")}</p>
          </header>
          <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
            <ReportEvidence report={report} />
            <div className="grid gap-6">
              <ReportDecision report={report} actor={actor} />
              <ReportFacts report={report} actor={actor} />
            </div>
          </div>
        </>
      ) : problem ? (
        <>
          <h1 className="sr-only">{t("title")}</h1>
          <ErrorState
            title={t("failed")}
            description={problem.text}
            requestId={problem.requestId}
            onRetry={() => void refetch()}
          />
        </>
      ) : (
        <div aria-hidden="true" className="grid gap-4">
          <Skeleton className="h-8 w-1/2" />
          <Skeleton className="h-40" />
        </div>
      )}
    </>
  );
}
