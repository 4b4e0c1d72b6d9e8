"use client";

import { PrinterIcon } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { TimeBars } from "@/components/charts/time-bars";
import { FormattedTime } from "@/components/formatted-time";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { AuditReport } from "../../dto";
import { BrokenNotice } from "./broken-notice";
import { CountTable } from "./count-table";
import { CriticalTable } from "./critical-table";
import { useActionTitle } from "./use-action-title";

/** What happened in a period, to be read, printed or saved as PDF. */
export function Report({
  report,
  days,
  instance,
}: {
  report: AuditReport;
  /** the first and the last day of the period */
  days: { from: string; to: string };
  instance: string;
}) {
  const t = useTranslations("audit");
  const format = useFormatter();
  const { actionTitle, actorName, targetName, targetTitle } = useActionTitle();
  const { chain, critical } = report;
  const day = (value: string) => format.dateTime(new Date(value), { dateStyle: "long", timeZone: "UTC" });
  return (
    <div className="grid max-w-4xl gap-8 print:max-w-none print:gap-5 print:text-xs">
      <form action="/admin/audit/report" className="flex flex-wrap items-end gap-3 print:hidden">
        {(["from", "to"] as const).map((name) => (
          <div key={name} className="grid gap-1.5">
            <Label htmlFor={`report-${name}`}>{t(`filters.${name}`)}</Label>
            <Input id={`report-${name}`} name={name} type="date" required defaultValue={days[name]} />
          </div>
        ))}
        <Button type="submit" variant="outline">
          {t("report.show")}
        </Button>
        <Button type="button" onClick={() => window.print()}>
          <PrinterIcon aria-hidden="true" />
          {t("report.print")}
        </Button>
      </form>
      <section className="grid gap-3">
        <h2 className="font-semibold text-lg">
          {t("report.period", { instance, from: day(days.from), to: day(days.to) })}
        </h2>
        <p>{t("report.summary", { total: report.total, actors: report.actors })}</p>
        <TimeBars
          title={t("report.overTime")}
          headers={[t("columns.at"), t("entries")]}
          {...report.timeline}
        />
      </section>
      <section className="grid gap-3">
        <h2 className="font-semibold text-lg">{t("report.trust")}</h2>
        <p>
          {chain.lastCheck ? (
            <>
              {t(chain.lastCheck.broken ? "report.brokenAt" : "report.soundAt", {
                count: chain.lastCheck.entries,
              })}{" "}
              <FormattedTime value={chain.lastCheck.at} />
            </>
          ) : (
            t("chain.unchecked")
          )}
        </p>
        {chain.lastCheck?.broken && <BrokenNotice broken={chain.lastCheck.broken} />}
        <p className="break-all font-mono text-xs" dir="ltr">
          {t("report.head", { position: chain.end, hash: chain.hash })}
        </p>
        <p className="break-all font-mono text-xs" dir="ltr">
          {t("report.keyId", { id: chain.keyId })}
        </p>
      </section>
      <CountTable
        title={t("statistics.byAction")}
        header={t("columns.action")}
        rows={report.byAction.map(({ action, count }) => ({
          key: action,
          label: actionTitle(action),
          count,
        }))}
      />
      <CountTable
        title={t("statistics.byActor")}
        header={t("columns.actor")}
        rows={report.byActor.map(({ actor, count }) => ({
          key: actor?.id ?? "nobody",
          label: actor ? actorName(actor) : t("nobody"),
          count,
        }))}
      />
      <CountTable
        title={t("report.byTarget")}
        header={t("columns.target")}
        rows={report.byTarget.map(({ target, count }) => ({
          key: `${target.type} ${target.id}`,
          label: `${targetTitle(target.type)}: ${targetName(target)}`,
          count,
        }))}
      />
      <CriticalTable {...critical} />
    </div>
  );
}
