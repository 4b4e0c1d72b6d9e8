"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormattedTime } from "@/components/formatted-time";
import { useCountryName } from "@/components/use-country-name";
import type { AuditEntryDetail } from "../../dto";
import { auditHref } from "./audit-view";
import { ChangeTable } from "./change-table";
import { ActorLink, TargetLink } from "./named-link";
import { SeverityBadge } from "./severity-badge";
import { ThingLink } from "./thing-link";
import { useActionTitle } from "./use-action-title";

const link = "break-all underline-offset-4 hover:underline";

/** Everything that one entry holds; each part leads to the entries that share it. */
export function EntryDetail({ entry }: { entry: AuditEntryDetail }) {
  const t = useTranslations("audit");
  const { categoryTitle } = useActionTitle();
  const countryName = useCountryName();
  const { actor, target, sessionId, requestId, ip } = entry;
  const filtered = (filter: Record<string, string>, text: string) => (
    <Link href={auditHref(filter)} className={link} dir="ltr">
      {text}
    </Link>
  );
  const facts: [string, ReactNode][] = [
    [t("columns.at"), <FormattedTime key="at" value={entry.at} style="full" />],
    [t("columns.category"), filtered({ category: entry.category }, categoryTitle(entry.category))],
    [
      t("columns.actor"),
      <span key="actor" className="flex flex-wrap items-baseline gap-x-3">
        <ActorLink actor={actor} />
        {actor && <ThingLink type="user" id={actor.id} />}
      </span>,
    ],
    [
      t("columns.target"),
      <span key="target" className="flex flex-wrap items-baseline gap-x-3">
        <TargetLink target={target} />
        <ThingLink type={target.type} id={target.id} />
      </span>,
    ],
    [t("columns.reason"), entry.reason],
    [t("columns.ip"), ip && filtered({ ip: ip.replace(/\/\d+$/, "") }, ip.replace(/\/32$/, ""))],
    [t("filters.country"), entry.country && filtered({ country: entry.country }, countryName(entry.country))],
    [t("filters.session"), sessionId && filtered({ session: sessionId }, sessionId)],
    [t("filters.request"), requestId && filtered({ request: requestId }, requestId)],
    [t("detail.userAgent"), entry.userAgent],
    [
      t("detail.link"),
      entry.link
        ? t("detail.sealed", { position: entry.link.position, hash: entry.link.hash })
        : t("detail.waiting"),
    ],
  ];
  return (
    <article className="grid max-w-4xl gap-6">
      <div className="flex flex-wrap items-center gap-2">
        <SeverityBadge severity={entry.severity} />
        <code className="text-muted-foreground text-xs">{entry.action}</code>
      </div>
      <dl className="grid gap-x-6 gap-y-2 rounded-lg border bg-card p-4 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
        {facts
          .filter(([, value]) => value !== null && value !== "")
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted-foreground">{name}</dt>
              <dd className="min-w-0 break-words max-sm:mb-2">{value}</dd>
            </div>
          ))}
      </dl>
      <section className="grid gap-2">
        <h2 className="font-semibold">{t("detail.changes")}</h2>
        <ChangeTable
          before={entry.before}
          after={entry.after}
          setting={target.type === "settings" ? target.id : undefined}
        />
      </section>
    </article>
  );
}
