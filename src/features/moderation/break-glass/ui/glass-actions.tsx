"use client";

import { BookOpenIcon, CheckIcon, XIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { Grant } from "../dto";

type Act = "approve" | "refuse" | "end";

/** What the viewer can do about a request: decide another's, read by an open one of their own, or end it. */
export function GlassActions({ grant, ownId, reading }: { grant: Grant; ownId: string; reading?: boolean }) {
  const personName = usePersonName();
  const t = useTranslations("oversight.glass");
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  const [asked, setAsked] = useState<Act>();
  const acts = {
    approve: trpc.admin.breakGlass.approve.useMutation(),
    refuse: trpc.admin.breakGlass.refuse.useMutation(),
    end: trpc.admin.breakGlass.end.useMutation(),
  };
  const own = grant.requestedBy.id === ownId;
  const { id: grantId, status } = grant;
  const act = async (which: Act) => {
    try {
      await acts[which].mutateAsync({ grantId });
    } catch (error) {
      return problemOf(error).text;
    }
    await Promise.all([utils.admin.breakGlass.invalidate(), utils.admin.audit.list.invalidate()]);
    void notify("success", t(`act.${which}.done`));
    return undefined;
  };
  return (
    <div className="flex flex-wrap gap-2 md:flex-nowrap md:justify-end">
      {own && status === "active" && !reading && (
        <Button asChild size="sm">
          <Link href={`/admin/break-glass/${grantId}`}>
            <BookOpenIcon aria-hidden="true" />
            {t("read")}
          </Link>
        </Button>
      )}
      {!own && status === "requested" && (
        <>
          <Button size="sm" onClick={() => setAsked("approve")}>
            <CheckIcon aria-hidden="true" />
            {t("act.approve.name")}
          </Button>
          <Button size="sm" variant="outline" onClick={() => setAsked("refuse")}>
            <XIcon aria-hidden="true" />
            {t("act.refuse.name")}
          </Button>
        </>
      )}
      {own && (status === "active" || status === "requested") && (
        <Button size="sm" variant="outline" onClick={() => setAsked("end")}>
          <XIcon aria-hidden="true" />
          {t(status === "active" ? "act.end.name" : "act.end.takeBack")}
        </Button>
      )}
      {asked && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(undefined)}
          title={t(`act.${asked}.title`, { name: personName(grant.requestedBy) })}
          description={t(`act.${asked}.description`, {
            name: personName(grant.requestedBy),
            minutes: grant.minutes,
          })}
          confirmText={
            asked === "end" && status === "requested" ? t("act.end.takeBack") : t(`act.${asked}.name`)
          }
          pendingText={t("pending")}
          destructive={asked === "approve"}
          onConfirm={() => act(asked)}
        >
          {asked === "approve" && (
            <p dir="auto" className="wrap-anywhere border-s-2 ps-3 text-sm">
              {grant.reason}
            </p>
          )}
        </ConfirmDialog>
      )}
    </div>
  );
}
