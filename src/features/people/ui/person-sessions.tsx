"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import type { PersonSession } from "../dto";
import { PersonCard } from "./person-card";
import { usePersonAct } from "./use-person-act";

/** Where a person is signed in, and how to end it. */
export function PersonSessions({
  userId,
  sessions,
  mayManage,
}: {
  userId: string;
  sessions: PersonSession[];
  mayManage: boolean;
}) {
  const t = useTranslations("people.person");
  const act = usePersonAct(userId);
  const [asking, setAsking] = useState<"all" | PersonSession>();
  const { mutateAsync } = trpc.admin.people.endSessions.useMutation();
  const sessionId = asking === "all" ? undefined : asking?.id;
  return (
    <PersonCard
      title={t("sessions")}
      none={sessions.length === 0 && t("noSessions")}
      action={
        mayManage &&
        sessions.length > 0 && (
          <Button size="sm" variant="outline" onClick={() => setAsking("all")}>
            {t("endAll")}
          </Button>
        )
      }
    >
      <ul className="divide-y text-sm">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="min-w-0">
              <span className="block">
                {[session.browser, session.system].filter(Boolean).join(", ") || t(session.client)}
              </span>
              <span className="block text-muted-foreground text-xs">
                <bdi>{session.ip}</bdi> · <RelativeTime value={session.lastUsedAt} />
              </span>
            </span>
            {mayManage && (
              <Button size="sm" variant="ghost" className="ms-auto" onClick={() => setAsking(session)}>
                {t("end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(undefined)}
          title={t(asking === "all" ? "endAllTitle" : "endTitle")}
          description={t("endDescription")}
          confirmText={t("end")}
          pendingText={t("ending")}
          destructive
          reason="required"
          onConfirm={(reason) => act(() => mutateAsync({ userId, sessionId, reason }), t("ended"))}
        />
      )}
    </PersonCard>
  );
}
