"use client";

import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/form-problem";
import { FormattedTime } from "@/components/formatted-time";
import { SubmitButton } from "@/components/submit-button";
import {
  AlertDialog,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { OwnWarning } from "../dto";

/** A warning, until its addressee says that they have read it: nothing else can be done before. */
export function WarningDialog({ warning }: { warning: OwnWarning }) {
  const t = useTranslations("reports.warning");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const acknowledge = trpc.moderation.acknowledgeWarning.useMutation({
    onSuccess: () => utils.moderation.notices.invalidate(),
  });
  return (
    <AlertDialog open>
      <AlertDialogContent onEscapeKeyDown={(event) => event.preventDefault()}>
        <AlertDialogHeader>
          <AlertDialogTitle>{t("title")}</AlertDialogTitle>
          <AlertDialogDescription>{t("description")}</AlertDialogDescription>
        </AlertDialogHeader>
        <blockquote
          dir="auto"
          className="wrap-anywhere max-h-64 overflow-y-auto whitespace-pre-wrap border-s-2 border-destructive ps-3 text-sm"
        >
          {warning.text}
        </blockquote>
        <p className="text-muted-foreground text-xs">
          <FormattedTime value={warning.createdAt} />
        </p>
        <FormProblem problem={acknowledge.error ? problem(acknowledge.error) : undefined} />
        <AlertDialogFooter>
          <SubmitButton
            pending={acknowledge.isPending}
            pendingText={t("acknowledging")}
            onClick={() => acknowledge.mutate({ warningId: warning.id })}
          >
            {t("acknowledge")}
          </SubmitButton>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
