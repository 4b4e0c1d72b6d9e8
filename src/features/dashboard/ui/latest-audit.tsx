"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import type { AuditEntry } from "@/features/audit-log/dto";
import { ActorLink } from "@/features/audit-log/ui/admin/named-link";
import { useActionTitle } from "@/features/audit-log/ui/admin/use-action-title";

/** What was done last, and the way to all of it. */
export function LatestAudit({ entries }: { entries: AuditEntry[] }) {
  const t = useTranslations("dashboard.audit");
  const { actionTitle } = useActionTitle();
  return (
    <section aria-labelledby="latest" className="grid content-start gap-3 rounded-lg border bg-card p-4">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="latest" className="font-semibold">
          {t("title")}
        </h2>
        <Link href="/admin/audit" className="text-primary text-sm underline underline-offset-4">
          {t("all")}
        </Link>
      </div>
      {entries.length === 0 && <p className="text-muted-foreground text-sm">{t("none")}</p>}
      <ul className="divide-y">
        {entries.map((entry) => (
          <li
            key={entry.id}
            className="wrap-anywhere flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 text-sm"
          >
            <Link
              href={`/admin/audit/${entry.id}`}
              className="font-medium underline-offset-4 hover:underline"
            >
              {actionTitle(entry.action)}
            </Link>
            <ActorLink actor={entry.actor} />
            <RelativeTime value={entry.at} className="ms-auto text-muted-foreground text-xs tabular-nums" />
          </li>
        ))}
      </ul>
    </section>
  );
}
