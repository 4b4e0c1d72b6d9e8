"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { FieldLegend, FieldSet } from "@/components/ui/field";
import { Label } from "@/components/ui/label";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { useReturnFocus } from "@/components/use-return-focus";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { type Complaint, reportCategories, reportTextMaximum } from "../categories";

/** What is complained about: a message by its place, or a person. */
export type ReportTarget =
  | { kind: "message"; conversationId: string; messageId: string; name: string }
  | { kind: "user"; userId: string; name: string };

/** Complains about a message or a person to those who moderate the instance. */
export function ReportDialog({ target, onClose }: { target: ReportTarget; onClose: () => void }) {
  const t = useTranslations("reports");
  const common = useTranslations("common");
  const problem = useProblem();
  const returnFocus = useReturnFocus();
  const id = useId();
  const { client } = trpc.useUtils();
  const [category, setCategory] = useState<Complaint | null>(null);
  const [withContext, setWithContext] = useState(true);
  const [missing, setMissing] = useState<"category" | "text" | null>(null);
  const [refusal, setRefusal] = useState<ReturnType<typeof problem>>();
  const [pending, setPending] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (pending) return;
    const form = event.currentTarget;
    const text = String(new FormData(form).get("text") ?? "").trim();
    if (!category) return setMissing("category");
    if (category === "other" && text === "") {
      form.querySelector("textarea")?.focus();
      return setMissing("text");
    }
    setPending(true);
    setRefusal(undefined);
    try {
      if (target.kind === "message") {
        const { conversationId, messageId } = target;
        const input = { conversationId, messageId, category, text, withContext };
        await client.moderation.reportMessage.mutate(input);
      } else await client.moderation.reportPerson.mutate({ userId: target.userId, category, text });
    } catch (error) {
      setRefusal(problem(error));
      return setPending(false);
    }
    void notify("success", t("sent"));
    onClose();
  };

  return (
    <Dialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent {...returnFocus}>
        <form onSubmit={submit} noValidate className="grid gap-5">
          <DialogHeader>
            <DialogTitle>{t(`title.${target.kind}`, { name: target.name })}</DialogTitle>
            <DialogDescription>{t("meaning")}</DialogDescription>
          </DialogHeader>
          <FieldSet className="gap-2">
            <FieldLegend variant="label" id={`${id}-why`} className="mb-1">
              {t("why")}
            </FieldLegend>
            <RadioGroup
              name="category"
              aria-labelledby={`${id}-why`}
              aria-describedby={`${id}-missing`}
              className="gap-1"
              value={category ?? ""}
              onValueChange={(value) => {
                setCategory(value as Complaint);
                setMissing(null);
              }}
            >
              {reportCategories.map((each) => (
                <Label key={each} className="min-h-9 gap-3 rounded-md px-2 font-normal hover:bg-accent">
                  <RadioGroupItem value={each} />
                  {t(`category.${each}`)}
                </Label>
              ))}
            </RadioGroup>
            <p id={`${id}-missing`} role="alert" className="text-destructive text-sm empty:hidden">
              {missing === "category" ? t("chooseCategory") : ""}
            </p>
          </FieldSet>
          <FormField
            label={category === "other" ? t("text") : `${t("text")} (${common("optional")})`}
            error={missing === "text" ? t("sayWhy") : undefined}
          >
            {(control) => (
              <Textarea {...control} name="text" rows={3} dir="auto" maxLength={reportTextMaximum} />
            )}
          </FormField>
          {target.kind === "message" && (
            <div className="flex items-start gap-3">
              <Switch
                id={`${id}-context`}
                aria-describedby={`${id}-context-hint`}
                checked={withContext}
                onCheckedChange={setWithContext}
                className="mt-0.5"
              />
              <div className="grid gap-1">
                <Label htmlFor={`${id}-context`}>{t("context")}</Label>
                <p id={`${id}-context-hint`} className="text-muted-foreground text-sm">
                  {t("contextHint")}
                </p>
              </div>
            </div>
          )}
          <FormProblem problem={refusal} />
          <DialogActions>
            <SubmitButton pending={pending} pendingText={t("sending")}>
              {t("send")}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
