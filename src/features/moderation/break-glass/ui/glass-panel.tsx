"use client";

import { EyeIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { GlassActions } from "./glass-actions";
import { GlassRequestDialog } from "./glass-request-dialog";
import { GlassStatusBadge } from "./glass-status";
import { useGlassEvents } from "./use-glass-events";

const shown = 5;

/** Who reads or has read a conversation from outside, live, and the way to ask for it. */
export function GlassPanel({ conversationId, ownId }: { conversationId: string; ownId: string }) {
  const personName = usePersonName();
  const t = useTranslations("oversight.glass");
  const [asking, setAsking] = useState(false);
  const { data } = trpc.admin.breakGlass.list.useQuery({ conversationId, limit: shown });
  useGlassEvents();
  const grants = data?.grants ?? [];
  const mine = grants.some(
    ({ requestedBy, status }) => requestedBy.id === ownId && (status === "requested" || status === "active"),
  );
  return (
    <section
      aria-labelledby="glass"
      className="grid min-w-0 content-start gap-3 rounded-lg border bg-card p-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="glass" className="font-semibold">
          {t("panel")}
        </h2>
        {data && !mine && (
          <Button size="sm" variant="outline" className="ms-auto" onClick={() => setAsking(true)}>
            <EyeIcon aria-hidden="true" />
            {t("ask")}
          </Button>
        )}
      </div>
      <p className="text-pretty text-muted-foreground text-sm">{t("panelDescription")}</p>
      {!data && <Skeleton className="h-16 w-full" />}
      {data && grants.length === 0 && <p className="text-sm">{t("never")}</p>}
      <ul className="divide-y">
        {grants.map((grant) => (
          <li key={grant.id} className="grid gap-2 py-3 text-sm">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <GlassStatusBadge status={grant.status} />
              <Link
                href={`/admin/break-glass/${grant.id}`}
                className="font-medium underline-offset-4 hover:underline"
              >
                <bdi>{personName(grant.requestedBy)}</bdi>
              </Link>
              <RelativeTime value={grant.createdAt} className="ms-auto text-muted-foreground text-xs" />
            </p>
            <p dir="auto" className="wrap-anywhere border-s-2 ps-3 text-muted-foreground">
              {grant.reason}
            </p>
            <GlassActions grant={grant} ownId={ownId} />
          </li>
        ))}
      </ul>
      {data?.nextCursor && (
        <Link href="/admin/break-glass" className="text-primary text-sm underline underline-offset-4">
          {t("all")}
        </Link>
      )}
      {asking && <GlassRequestDialog conversationId={conversationId} onClose={() => setAsking(false)} />}
    </section>
  );
}
