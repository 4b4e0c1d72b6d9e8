"use client";

import { useTranslations } from "next-intl";
import { FormattedTime } from "@/components/formatted-time";
import type { AuditEntry } from "../../dto";
import { ActorLink, TargetLink } from "./named-link";
import { useActionTitle } from "./use-action-title";

/** The exceptions of a report: the gravest acts one by one. */
export function CriticalTable({ count, entries }: { count: number; entries: AuditEntry[] }) {
  const t = useTranslations("audit");
  const { actionTitle } = useActionTitle();
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold text-lg">{t("report.exceptions")}</h2>
      <p className="text-muted-foreground text-sm">
        {count > entries.length
          ? t("report.exceptionsMore", { count, shown: entries.length })
          : t("report.exceptionsAll", { count })}
      </p>
      {entries.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full text-sm print:text-xs">
            <thead className="border-b text-muted-foreground text-xs">
              <tr>
                {(["at", "action", "actor", "target", "reason"] as const).map((column) => (
                  <th key={column} scope="col" className="py-1.5 pe-3 text-start font-medium">
                    {t(`columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y">
              {entries.map((entry) => (
                <tr key={entry.id} className="break-inside-avoid align-top">
                  <td className="py-1.5 pe-3">
                    <FormattedTime value={entry.at} className="tabular-nums" />
                  </td>
                  <th scope="row" className="py-1.5 pe-3 text-start font-medium">
                    {actionTitle(entry.action)}
                  </th>
                  <td className="py-1.5 pe-3">
                    <ActorLink actor={entry.actor} />
                  </td>
                  <td className="py-1.5 pe-3">
                    <TargetLink target={entry.target} />
                  </td>
                  <td className="py-1.5">{entry.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
