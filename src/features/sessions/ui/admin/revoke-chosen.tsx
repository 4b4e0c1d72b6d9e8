"use client";

import { LogOutIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import type { Job } from "@/features/jobs/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { RevokeSessionsInput } from "../../input";

/** Signs the chosen devices out, after saying what that means and asking why; it goes on as a job. */
export function RevokeChosen({
  selected,
  count,
  onStarted,
}: {
  selected: RevokeSessionsInput["selected"];
  /** how many they are, as far as this page knows */
  count: number;
  onStarted: (job: Job) => void;
}) {
  const t = useTranslations("security.sessions");
  const problemOf = useProblem();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = trpc.admin.sessions.revokeMany.useMutation();
  const revoke = async (reason: string) => {
    try {
      onStarted(await mutateAsync({ selected, reason }));
      return undefined;
    } catch (error) {
      return problemOf(error).text;
    }
  };
  return (
    <>
      <Button size="sm" variant="outline" onClick={() => setOpen(true)}>
        <LogOutIcon aria-hidden="true" />
        {t("revoke")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("revokeManyTitle", { count })}
        description={t("revokeManyDescription")}
        confirmText={t("revoke")}
        pendingText={t("revoking")}
        destructive
        reason="required"
        onConfirm={revoke}
      />
    </>
  );
}
