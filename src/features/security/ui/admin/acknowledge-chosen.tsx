"use client";

import { CheckCheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import type { Job } from "@/features/jobs/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { AcknowledgeManyEventsInput } from "../../input";

/** Acknowledges the chosen events, after saying what that means; it goes on as a job. */
export function AcknowledgeChosen({
  selected,
  count,
  onStarted,
}: {
  selected: AcknowledgeManyEventsInput["selected"];
  /** how many they are, as far as this page knows */
  count: number;
  onStarted: (job: Job) => void;
}) {
  const t = useTranslations("security.events");
  const problemOf = useProblem();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = trpc.admin.security.events.acknowledgeMany.useMutation();
  const acknowledge = async () => {
    try {
      onStarted(await mutateAsync({ selected }));
      return undefined;
    } catch (error) {
      return problemOf(error).text;
    }
  };
  return (
    <>
      <Button size="sm" variant="outline" onClick={() => setOpen(true)}>
        <CheckCheckIcon aria-hidden="true" />
        {t("acknowledgeChosen")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("acknowledgeTitle", { count })}
        description={t("acknowledgeDescription")}
        confirmText={t("acknowledgeChosen")}
        pendingText={t("acknowledging")}
        onConfirm={acknowledge}
      />
    </>
  );
}
