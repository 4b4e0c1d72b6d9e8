"use client";

import { useTranslations } from "next-intl";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useReturnFocus } from "@/components/use-return-focus";
import { useValidatedForm } from "@/components/use-validated-form";
import { submitted } from "@/trpc/client";
import { trpc } from "@/trpc/react";
import { answerMaximum } from "../../answer-maximum";
import type { AnswerTemplate } from "../../dto";
import { saveTemplateInput } from "../../input";

const schema = saveTemplateInput.omit({ id: true });

/** Writes down an answer to choose from, or changes one. */
export function AnswerDialog({ answer, onClose }: { answer: AnswerTemplate | null; onClose: () => void }) {
  const t = useTranslations("moderation.answers");
  const returnFocus = useReturnFocus();
  const utils = trpc.useUtils();
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema,
    fieldOf: { NAME_TAKEN: "title" },
    action: async (values) => {
      const save = utils.client.admin.moderation.templates.save.mutate({ id: answer?.id, ...values });
      const outcome = await submitted(save);
      if (!outcome.ok) return outcome;
      await utils.admin.moderation.templates.list.invalidate();
      void notify("success", t("saved"));
      onClose();
      return outcome;
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent {...returnFocus}>
        <form {...formProps} className="grid gap-5">
          <DialogHeader>
            <DialogTitle>{answer ? t("editTitle") : t("newTitle")}</DialogTitle>
            <DialogDescription>{answer ? t("editMeaning") : t("description")}</DialogDescription>
          </DialogHeader>
          <FormField label={t("name")} hint={t("nameHint")} error={errors.title}>
            {(control) => (
              <Input {...control} name="title" dir="auto" autoComplete="off" defaultValue={answer?.title} />
            )}
          </FormField>
          <FormField label={t("body")} error={errors.body}>
            {(control) => (
              <Textarea
                {...control}
                name="body"
                rows={5}
                dir="auto"
                maxLength={answerMaximum}
                defaultValue={answer?.body}
              />
            )}
          </FormField>
          <FormProblem problem={problem} />
          <DialogActions>
            <SubmitButton pending={pending} pendingText={t("saving")}>
              {t("save")}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
