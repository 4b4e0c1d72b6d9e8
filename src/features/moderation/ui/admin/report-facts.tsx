"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormattedTime } from "@/components/formatted-time";
import { notify } from "@/components/notify";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { usePersonName } from "@/components/use-person-name";
import { filterCategory } from "@/features/reports/categories";
import { can } from "@/lib/permissions";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { ReportDetail } from "../../dto";
import { canHandleReport, type Handler } from "../../policy";

const nobody = "nobody";

/** Who complained about whom, when and where, and who is in charge. */
export function ReportFacts({ report, actor }: { report: ReportDetail; actor: Handler }) {
  const personName = usePersonName();
  const t = useTranslations("moderation.report");
  const categories = useTranslations("moderation.category");
  const reports = useTranslations("moderation.reports");
  const statuses = useTranslations("admin.people.status");
  const { conversation, record } = report;
  return (
    <section aria-labelledby="facts" className="grid gap-3 rounded-lg border bg-card p-4">
      <h2 id="facts" className="font-medium">
        {t("facts")}
      </h2>
      <dl className="grid gap-3 text-sm">
        <Fact name={reports("category")}>
          <Badge variant="outline">{categories(report.category)}</Badge>
        </Fact>
        <Fact name={t("reported")}>
          <bdi>
            {can(actor, "people.view") ? (
              <Link href={`/admin/people/${report.reported.id}`} className="underline underline-offset-4">
                {personName(report.reported)}
              </Link>
            ) : (
              personName(report.reported)
            )}
          </bdi>{" "}
          <Username name={report.reported.username} />
        </Fact>
        <Fact name={t("record")}>
          {t("recordText", { reports: record.earlierReports, warnings: record.warnings })}
          {record.status !== "active" && (
            <Badge variant="secondary" className="ms-2">
              {statuses(record.status)}
            </Badge>
          )}
        </Fact>
        <Fact name={t("reporter")}>
          {report.reporter ? (
            <>
              <bdi>{personName(report.reporter)}</bdi> <Username name={report.reporter.username} />
            </>
          ) : (
            reports(report.category === filterCategory ? "byFilter" : "gone")
          )}
        </Fact>
        <Fact name={t("since")}>
          <FormattedTime value={report.createdAt} />
        </Fact>
        {report.kind === "message" && (
          <Fact name={t("where")}>
            {!conversation
              ? t("unknownPlace")
              : conversation.kind === "direct"
                ? t("direct")
                : t("group", { name: conversation.name ?? "" })}
          </Fact>
        )}
        <Fact name={t("assignee")}>
          <Assignee report={report} ownId={actor.id} />
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-muted-foreground text-xs">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

const Username = ({ name }: { name: string }) => <bdi className="text-muted-foreground">@{name}</bdi>;

function Assignee({ report, ownId }: { report: ReportDetail; ownId: string }) {
  const personName = usePersonName();
  const t = useTranslations("moderation.report");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const mayAssign = canHandleReport({ id: ownId }, report);
  const { data: handlers } = trpc.admin.moderation.handlers.useQuery(undefined, { enabled: mayAssign });
  const assign = trpc.admin.moderation.assign.useMutation({
    onSuccess: () => utils.admin.moderation.get.invalidate({ reportId: report.id }),
    onError: (error) => void notify("error", problem(error).text),
  });
  const { id: reportId, assignee } = report;
  if (!mayAssign) return <bdi>{assignee ? personName(assignee) : t("nobody")}</bdi>;
  const known = [assignee, ...(handlers ?? [])].filter((each) => each !== null);
  const people = [...new Map(known.map((each) => [each.id, each])).values()];
  return (
    <div className="flex flex-wrap gap-2 pt-1">
      <Select
        value={assignee?.id ?? nobody}
        onValueChange={(id) => assign.mutate({ reportId, assigneeId: id === nobody ? null : id })}
      >
        <SelectTrigger aria-label={t("assignee")} className="min-w-40" size="sm">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={nobody}>{t("nobody")}</SelectItem>
          {people.map((each) => (
            <SelectItem key={each.id} value={each.id}>
              {personName(each)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      {assignee?.id !== ownId && (
        <Button size="sm" variant="outline" onClick={() => assign.mutate({ reportId, assigneeId: ownId })}>
          {t("take")}
        </Button>
      )}
    </div>
  );
}
