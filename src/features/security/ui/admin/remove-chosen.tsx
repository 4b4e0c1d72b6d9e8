"use client";

import { Trash2Icon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import type { Job } from "@/features/jobs/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { RemoveIpRulesInput } from "../../input";

/** Takes the chosen rules away, after saying what that means and asking why; it goes on as a job. */
export function RemoveChosen({
  selected,
  count,
  onStarted,
}: {
  selected: RemoveIpRulesInput["selected"];
  /** how many they are, as far as this page knows */
  count: number;
  onStarted: (job: Job) => void;
}) {
  const t = useTranslations("security.rules");
  const problemOf = useProblem();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = trpc.admin.security.ipRules.removeMany.useMutation();
  const remove = async (reason: string) => {
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
        <Trash2Icon aria-hidden="true" />
        {t("remove")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("removeManyTitle", { count })}
        description={t("removeManyDescription")}
        confirmText={t("remove")}
        pendingText={t("removing")}
        destructive
        reason="required"
        onConfirm={remove}
      />
    </>
  );
}
