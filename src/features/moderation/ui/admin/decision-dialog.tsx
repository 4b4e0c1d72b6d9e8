"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { usePersonName } from "@/components/use-person-name";
import { useReturnFocus } from "@/components/use-return-focus";
import { SuspendUntil, untilOf } from "@/features/people/ui/suspend-until";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { answerMaximum } from "../../answer-maximum";
import type { ReportDetail } from "../../dto";
import { AnswerField } from "./answer-field";

export type Decision = "dismiss" | "warn" | "remove" | "suspend";

/** Asks what goes with a decision, says what it does, and makes it. */
export function DecisionDialog({
  report,
  decision,
  onClose,
}: {
  report: ReportDetail;
  decision: Decision;
  onClose: () => void;
}) {
  const personName = usePersonName();
  const t = useTranslations("moderation.report");
  const problem = useProblem();
  const returnFocus = useReturnFocus();
  const utils = trpc.useUtils();
  const { client } = utils;
  const [answer, setAnswer] = useState("");
  const [until, setUntil] = useState("");
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ReturnType<typeof problem>>();
  const { id: reportId } = report;
  const name = personName(report.reported);

  const decide = (text: string) => {
    const acts = client.admin.moderation;
    if (decision === "warn") return acts.warn.mutate({ reportId, warning: text, answer });
    if (decision === "suspend") {
      return acts.suspend.mutate({ reportId, reason: text, until: untilOf(until), answer });
    }
    if (decision === "remove") return acts.removeMessage.mutate({ reportId, reason: text, answer });
    return acts.dismiss.mutate({ reportId, answer });
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = event.currentTarget;
    const text = String(new FormData(form).get("text") ?? "").trim();
    if (decision !== "dismiss" && text === "") {
      form.querySelector("textarea")?.focus();
      return setMissing(true);
    }
    setPending(true);
    setRefusal(undefined);
    try {
      await decide(text);
    } catch (error) {
      setRefusal(problem(error));
      return setPending(false);
    }
    await utils.admin.moderation.invalidate();
    void notify("success", t("done"));
    onClose();
  };

  return (
    <Dialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent {...returnFocus}>
        <form onSubmit={submit} noValidate className="grid gap-5">
          <DialogHeader>
            <DialogTitle>{t(`${decision}Title`, { name })}</DialogTitle>
            <DialogDescription>{t(`${decision}Meaning`, { name })}</DialogDescription>
          </DialogHeader>
          {decision !== "dismiss" && (
            <FormField
              label={decision === "warn" ? t("warning", { name }) : t("reason")}
              hint={decision === "suspend" ? t("suspendReasonHint") : undefined}
              error={missing ? t("missing") : undefined}
            >
              {(control) => (
                <Textarea
                  {...control}
                  name="text"
                  rows={3}
                  dir="auto"
                  maxLength={decision === "warn" ? answerMaximum : 500}
                  onInput={() => setMissing(false)}
                />
              )}
            </FormField>
          )}
          {decision === "suspend" && <SuspendUntil value={until} onChange={setUntil} />}
          <AnswerField value={answer} onChange={setAnswer} />
          <FormProblem problem={refusal} />
          <DialogActions>
            <SubmitButton
              variant={decision === "remove" || decision === "suspend" ? "destructive" : "default"}
              pending={pending}
              pendingText={t("deciding")}
            >
              {t(decision)}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
