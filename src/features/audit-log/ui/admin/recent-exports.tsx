"use client";

import { useTranslations } from "next-intl";
import { FormattedTime } from "@/components/formatted-time";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useActionTitle } from "./use-action-title";

/** The latest exports, each with the signed manifest by which its file can be checked elsewhere. */
export function RecentExports() {
  const t = useTranslations("audit.exports");
  const { actorName } = useActionTitle();
  const { data: exports } = trpc.admin.audit.exports.useQuery();
  if (!exports || exports.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t("title")}</h2>
      <p className="max-w-prose text-pretty text-muted-foreground text-sm">{t("description")}</p>
      <ul className="divide-y rounded-lg border bg-card">
        {exports.map(({ id, createdAt, createdBy, format, finished }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm">
            <FormattedTime value={createdAt} className="tabular-nums" />
            <bdi>{actorName(createdBy)}</bdi>
            <span className="text-muted-foreground">
              {format.toUpperCase()}
              {" · "}
              {finished ? t("entries", { count: finished.entries }) : t("unfinished")}
            </span>
            {finished && (
              <>
                <code className="truncate text-muted-foreground text-xs" dir="ltr" title={finished.sha256}>
                  SHA-256 {finished.sha256.slice(0, 16)}…
                </code>
                <Button variant="outline" size="sm" asChild className="ms-auto">
                  <a href={`/api/audit/exports/${id}/manifest`} download>
                    {t("manifest")}
                  </a>
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
