"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { FormattedTime } from "@/components/formatted-time";
import { Skeleton } from "@/components/ui/skeleton";
import { trpc } from "@/trpc/react";
import { auditHref } from "./audit-view";
import { ActorLink, TargetLink } from "./named-link";
import { useActionTitle } from "./use-action-title";

const shown = 10;

/** What happened to a person, a conversation or anything else: the latest entries, and the way to all. */
export function AuditOf({ type, id }: { type: string; id: string }) {
  const t = useTranslations("audit");
  return (
    <LatestEntries
      title={t("of")}
      filter={{ targetType: type, targetId: id }}
      href={auditHref({ type, target: id })}
      names="actor"
    />
  );
}

/** What a person did: the latest entries, and the way to all. */
export function AuditBy({ userId }: { userId: string }) {
  const t = useTranslations("audit");
  return (
    <LatestEntries
      title={t("by")}
      filter={{ actor: userId }}
      href={auditHref({ actor: userId })}
      names="target"
    />
  );
}

function LatestEntries({
  title,
  filter,
  href,
  names,
}: {
  title: string;
  filter: { actor: string } | { targetType: string; targetId: string };
  href: string;
  /** what each line names besides the act: the other side of it */
  names: "actor" | "target";
}) {
  const t = useTranslations("audit");
  const { actionTitle } = useActionTitle();
  const { data } = trpc.admin.audit.list.useQuery({ filter, limit: shown });
  return (
    <section className="grid content-start gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="font-semibold">{title}</h2>
        <Link href={href} className="text-primary text-sm underline underline-offset-4">
          {t("all")}
        </Link>
      </div>
      {!data && <Skeleton className="h-24 w-full" />}
      {data?.entries.length === 0 && <p className="text-muted-foreground text-sm">{t("statistics.none")}</p>}
      <ul className="divide-y">
        {data?.entries.map((entry) => (
          <li key={entry.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 text-sm">
            <Link
              href={`/admin/audit/${entry.id}`}
              className="font-medium underline-offset-4 hover:underline"
            >
              {actionTitle(entry.action)}
            </Link>
            {names === "actor" ? <ActorLink actor={entry.actor} /> : <TargetLink target={entry.target} />}
            <FormattedTime value={entry.at} className="ms-auto text-muted-foreground text-xs tabular-nums" />
          </li>
        ))}
      </ul>
    </section>
  );
}
