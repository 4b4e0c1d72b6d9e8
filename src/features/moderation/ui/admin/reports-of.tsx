"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useChannel } from "@/components/listen";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Skeleton } from "@/components/ui/skeleton";
import { usePersonName } from "@/components/use-person-name";
import { PersonCard } from "@/features/people/ui/person-card";
import { reportsChannel } from "@/features/reports/channels";
import { trpc } from "@/trpc/react";
import type { ReportsOfInput } from "../../input";
import { reportsHref } from "./reports-view";

/** What was reported of a person, or by them, open and decided, live. */
export function ReportsOf({
  person: { id: userId, username },
  side,
}: {
  person: { id: string; username: string };
  side: ReportsOfInput["side"];
}) {
  const t = useTranslations("moderation.reports");
  const categories = useTranslations("moderation.category");
  const outcomes = useTranslations("moderation.outcome");
  const personName = usePersonName();
  const utils = trpc.useUtils();
  const readAnew = () => void utils.admin.moderation.of.invalidate({ userId, side });
  useChannel(reportsChannel, readAnew, readAnew);
  const { data: reports } = trpc.admin.moderation.of.useQuery({ userId, side });
  return (
    <PersonCard
      title={t(`of.${side}`)}
      none={reports?.length === 0 && t(`noneOf.${side}`)}
      action={
        reports &&
        reports.length > 0 && (
          <Link
            href={reportsHref({ filters: { [side]: username } })}
            className="text-primary text-sm underline underline-offset-4"
          >
            {t("inQueue")}
          </Link>
        )
      }
    >
      {!reports && <Skeleton className="h-16 w-full" />}
      <ul className="divide-y text-sm">
        {reports?.map(({ id, category, outcome, excerpt, text, reported, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <Link href={`/admin/moderation/reports/${id}`} className="underline-offset-4 hover:underline">
              {categories(category)}
            </Link>
            <Badge variant={outcome ? "secondary" : "outline"}>
              {outcome ? outcomes(outcome) : t("open")}
            </Badge>
            {side === "by" && <bdi>{personName(reported)}</bdi>}
            <RelativeTime value={createdAt} className="ms-auto text-muted-foreground" />
            <span dir="auto" className="line-clamp-2 w-full text-muted-foreground">
              {excerpt ?? text}
            </span>
          </li>
        ))}
      </ul>
    </PersonCard>
  );
}
