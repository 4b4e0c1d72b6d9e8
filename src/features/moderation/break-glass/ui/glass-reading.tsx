"use client";

import { ClockIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { BackLink } from "@/components/back-link";
import { FormattedTime } from "@/components/formatted-time";
import { usePersonName } from "@/components/use-person-name";
import { useAdminConversationName } from "@/features/conversations/ui/admin/use-admin-conversation-name";
import { cn } from "@/lib/cn";
import { trpc } from "@/trpc/react";
import type { Grant } from "../dto";
import { GlassActions } from "./glass-actions";
import { GlassMessages } from "./glass-messages";
import { GlassStatusBadge } from "./glass-status";
import { useGlassEvents } from "./use-glass-events";
import { useRemaining } from "./use-remaining";

const lastMinute = 60;

/**
 * A request to read a conversation, as it stands now; while it is open and one's own, what is said there. Nothing of
 * that stays on screen once the time is over.
 */
export function GlassReading({ initial, ownId }: { initial: Grant; ownId: string }) {
  const personName = usePersonName();
  const t = useTranslations("oversight.glass");
  const nameOf = useAdminConversationName();
  const utils = trpc.useUtils();
  const grantId = initial.id;
  const { data: grant = initial, dataUpdatedAt } = trpc.admin.breakGlass.get.useQuery(
    { grantId },
    { initialData: initial },
  );
  useGlassEvents();
  const seconds = useRemaining(grant.remainingMs, dataUpdatedAt);
  // Once it is over here it stays so, should the server's answer be a moment behind.
  const [overSince, setOverSince] = useState<string>();
  const over = grant.status === "active" && (seconds === 0 || overSince === grant.expiresAt);
  const expiresAt = grant.expiresAt ?? undefined;
  useEffect(() => {
    if (!over) return;
    setOverSince(expiresAt);
    void utils.admin.breakGlass.get.invalidate({ grantId });
  }, [over, expiresAt, utils, grantId]);
  const own = grant.requestedBy.id === ownId;
  const open = grant.status === "active" && !over;
  const { conversation } = grant;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header className="grid justify-items-start">
        <BackLink href="/admin/break-glass">{t("all")}</BackLink>
        <h1 className="wrap-anywhere font-semibold text-2xl tracking-tight">
          <bdi>{nameOf(conversation)}</bdi>
        </h1>
        <Link
          href={`/admin/conversations/${conversation.id}`}
          className="mt-2 text-primary text-sm underline underline-offset-4"
        >
          {t("about")}
        </Link>
      </header>
      <section
        aria-label={t("access")}
        className={cn(
          "z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border bg-card p-4",
          open && "sticky top-[calc(3.5rem+1px)] border-destructive/50 md:top-0",
        )}
      >
        <div className="grid min-w-0 flex-1 basis-64 gap-1 text-sm">
          <p className="flex flex-wrap items-center gap-2">
            <GlassStatusBadge status={over ? "ended" : grant.status} />
            <span className="text-muted-foreground">
              {t("by", { name: personName(grant.requestedBy) })}
              {grant.decidedBy && ` · ${t("decidedBy", { name: personName(grant.decidedBy) })}`}
            </span>
          </p>
          <p dir="auto" className="wrap-anywhere">
            {grant.reason}
          </p>
          {grant.startedAt && grant.expiresAt && (
            <p className="text-muted-foreground text-xs">
              <FormattedTime value={grant.startedAt} /> –{" "}
              <FormattedTime value={grant.expiresAt} style="time" />
            </p>
          )}
        </div>
        {open && (
          <p
            role="timer"
            aria-label={t("remaining")}
            className={cn(
              "flex items-center gap-2 font-semibold text-xl tabular-nums",
              seconds <= lastMinute && "text-destructive",
            )}
          >
            <ClockIcon aria-hidden="true" className="size-5" />
            {clock(seconds)}
          </p>
        )}
        <GlassActions grant={over ? { ...grant, status: "ended" } : grant} ownId={ownId} reading />
      </section>
      <p role="status" className={cn("text-sm", open && own && seconds > lastMinute && "sr-only")}>
        {over || grant.status === "ended"
          ? t("over")
          : open && seconds <= lastMinute
            ? t("soonOver")
            : grant.status === "requested"
              ? t(own ? "waits" : "waitsForYou")
              : grant.status === "refused"
                ? t("refused")
                : own
                  ? ""
                  : t("others")}
      </p>
      {open && own && <GlassMessages grantId={grantId} ownId={ownId} />}
    </div>
  );
}

/** Hours, minutes and seconds as clocks show them. */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, ...rest] = parts.map((part) => String(part).padStart(2, "0"));
  return (parts[0] ? [hours, ...rest] : rest).join(":");
}
