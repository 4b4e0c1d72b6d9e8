"use client";

import { CircleSlashIcon, MessageSquareWarningIcon, Trash2Icon, UserRoundXIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { usePersonName } from "@/components/use-person-name";
import type { ReportDetail } from "../../dto";
import { canHandleReport, canSuspendReported, type Handler } from "../../policy";
import type { Decision } from "./decision-dialog";

const DecisionDialog = dynamic(() => import("./decision-dialog").then((m) => m.DecisionDialog), {
  ssr: false,
});

const choices = [
  { decision: "dismiss", icon: CircleSlashIcon, destructive: false },
  { decision: "warn", icon: MessageSquareWarningIcon, destructive: false },
  { decision: "remove", icon: Trash2Icon, destructive: true },
  { decision: "suspend", icon: UserRoundXIcon, destructive: true },
] as const satisfies { decision: Decision; icon: unknown; destructive: boolean }[];

/** What can be decided about an open report, or what was decided. */
export function ReportDecision({ report, actor }: { report: ReportDetail; actor: Handler }) {
  const personName = usePersonName();
  const t = useTranslations("moderation.report");
  const outcomes = useTranslations("moderation.outcome");
  const [asking, setAsking] = useState<Decision | null>(null);
  const possible: Partial<Record<Decision, boolean>> = {
    remove: report.kind === "message" && report.messageState !== "deleted",
    suspend: canSuspendReported(actor, report),
  };
  const { outcome, closedBy, answer } = report;
  return (
    <section aria-labelledby="decide" className="grid gap-3 rounded-lg border bg-card p-4">
      <h2 id="decide" className="font-medium">
        {outcome ? t("closedAs", { outcome: outcomes(outcome) }) : t("decide")}
      </h2>
      {outcome && (
        <div className="grid gap-2 text-sm">
          {closedBy && (
            <p className="text-muted-foreground">{t("closedBy", { name: personName(closedBy) })}</p>
          )}
          {answer && (
            <>
              <p className="text-muted-foreground">{t("answered")}</p>
              <p dir="auto" className="wrap-anywhere whitespace-pre-wrap border-s-2 ps-3">
                {answer}
              </p>
            </>
          )}
        </div>
      )}
      {!outcome && !canHandleReport(actor, report) && <p className="text-sm">{t("own")}</p>}
      {canHandleReport(actor, report) && (
        <>
          {report.alike > 1 && (
            <p className="text-muted-foreground text-sm">{t("alike", { count: report.alike - 1 })}</p>
          )}
          <div className="grid gap-2">
            {choices
              .filter(({ decision }) => possible[decision] ?? true)
              .map(({ decision, icon: Icon, destructive }) => (
                <Button
                  key={decision}
                  variant={destructive ? "destructive" : "outline"}
                  className="justify-start"
                  onClick={() => setAsking(decision)}
                >
                  <Icon aria-hidden="true" />
                  {t(decision)}
                </Button>
              ))}
          </div>
        </>
      )}
      {asking && <DecisionDialog report={report} decision={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}
