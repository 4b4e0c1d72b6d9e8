"use client";

import { useTranslations } from "next-intl";
import { FormattedTime } from "@/components/formatted-time";
import { usePersonName } from "@/components/use-person-name";
import { filterCategory } from "@/features/reports/categories";
import { cn } from "@/lib/cn";
import type { EvidenceMessage, ReportDetail } from "../../dto";

/** What was said, as it was when it was reported, and what the reporter says to it. */
export function ReportEvidence({ report }: { report: ReportDetail }) {
  const t = useTranslations("moderation.report");
  const { evidence, messageState, text, category } = report;
  const said = evidence && [evidence.message, ...evidence.around].toSorted(byTime);
  return (
    <div className="grid gap-6">
      {evidence && said && (
        <section aria-labelledby="evidence" className="grid gap-3">
          <h2 id="evidence" className="font-medium">
            {t("evidence")}
          </h2>
          <ol className="overflow-hidden rounded-lg border bg-card">
            {said.map((message) => (
              <Said key={message.id} message={message} reported={message.id === evidence.message.id} />
            ))}
          </ol>
          <p className="text-muted-foreground text-sm">
            {messageState && t(`state.${messageState}`)}{" "}
            {evidence.around.length === 0 && category !== filterCategory && t("noAround")}
          </p>
        </section>
      )}
      <section aria-labelledby="said" className="grid gap-2">
        <h2 id="said" className="font-medium">
          {t("said")}
        </h2>
        <p
          dir="auto"
          className={cn("wrap-anywhere whitespace-pre-wrap text-sm", !text && "text-muted-foreground")}
        >
          {category === filterCategory ? t("filterFound", { found: text }) : text || t("saidNothing")}
        </p>
      </section>
    </div>
  );
}

const byTime = (a: EvidenceMessage, b: EvidenceMessage) => (a.createdAt < b.createdAt ? -1 : 1);

function Said({ message, reported }: { message: EvidenceMessage; reported: boolean }) {
  const personName = usePersonName();
  const t = useTranslations("moderation.report");
  return (
    <li
      aria-current={reported ? "true" : undefined}
      className={cn(
        "grid gap-1 border-b px-4 py-3 text-sm last:border-b-0",
        reported ? "border-s-4 border-s-destructive bg-destructive/5" : "text-muted-foreground",
      )}
    >
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="font-medium">{personName(message.author)}</bdi>
        <FormattedTime value={message.createdAt} className="text-muted-foreground text-xs" />
        {message.editedAt && <span className="text-muted-foreground text-xs">({t("edited")})</span>}
      </p>
      <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
        {message.body}
      </p>
    </li>
  );
}
