"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { ErrorState } from "@/components/error-state";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { OwnSession } from "../dto";
import { AccountSection } from "./account-section";
import { leaveToSignIn } from "./leave-to-sign-in";
import { SessionItem } from "./session-item";

type Asked = { kind: "one"; session: OwnSession } | { kind: "others" } | { kind: "all" };

/** Where the person is signed in, and how to end it: one device, the others, or everywhere. */
export function SessionList() {
  const t = useTranslations("account.sessions");
  const problem = useProblem();
  const { data: sessions = [], error, refetch } = trpc.sessions.list.useQuery();
  const client = trpc.useUtils();
  const end = trpc.sessions.end.useMutation();
  const endAll = trpc.sessions.endAll.useMutation();
  const [asked, setAsked] = useState<Asked>({ kind: "others" });
  const [open, setOpen] = useState(false);
  const ask = (what: Asked) => {
    setAsked(what);
    setOpen(true);
  };

  const confirm = async () => {
    try {
      if (asked.kind === "one") await end.mutateAsync({ sessionId: asked.session.id });
      else await endAll.mutateAsync({ everywhere: asked.kind === "all" });
    } catch (failure) {
      return problem(failure).text;
    }
    if (asked.kind === "all" || (asked.kind === "one" && asked.session.current)) {
      leaveToSignIn();
      return undefined;
    }
    await client.sessions.list.invalidate();
    void notify("success", t("done"));
    return undefined;
  };

  return (
    <AccountSection title={t("title")} description={t("description")}>
      {error ? (
        <ErrorState title={t("failed")} description={problem(error).text} onRetry={() => void refetch()} />
      ) : (
        <ul className="divide-y rounded-lg border">
          {sessions.map((session) => (
            <SessionItem key={session.id} session={session} onEnd={() => ask({ kind: "one", session })} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3">
        {sessions.length > 1 && (
          <Button variant="outline" onClick={() => ask({ kind: "others" })}>
            {t("endOthers")}
          </Button>
        )}
        <Button variant="outline" onClick={() => ask({ kind: "all" })}>
          {t("endAll")}
        </Button>
      </div>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t(`confirm.${asked.kind}.title`)}
        description={t(`confirm.${asked.kind}.description`)}
        confirmText={t("end")}
        pendingText={t("ending")}
        destructive
        onConfirm={confirm}
      />
    </AccountSection>
  );
}
