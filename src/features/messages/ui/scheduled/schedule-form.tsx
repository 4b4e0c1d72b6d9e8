"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, type FormEvent, Fragment, type ReactNode, useState } from "react";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useProblem } from "@/trpc/use-problem";

type Draft = { body: string; sendAt: string };

/** A text and the time at which it is to be sent, in the reader's own time zone. */
export function ScheduleForm({
  initial,
  Actions = Fragment,
  onSave,
}: {
  initial: { body: string; sendAt: Date };
  /** lays out the form's button */
  Actions?: ComponentType<{ children: ReactNode }>;
  onSave: (draft: Draft) => Promise<void>;
}) {
  const t = useTranslations("chat.scheduled");
  const problem = useProblem();
  const [body, setBody] = useState(initial.body);
  const [time, setTime] = useState(localInputValue(initial.sendAt));
  const [failure, setFailure] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const at = new Date(time);
    if (pending || body.trim() === "" || Number.isNaN(at.getTime())) return;
    setPending(true);
    setFailure(null);
    try {
      await onSave({ body: body.trim(), sendAt: at.toISOString() });
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormProblem problem={failure ? problem(failure) : undefined} />
      <FormField label={t("text")}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            rows={3}
            required
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t("time")} hint={t("timeHint")}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            required
            min={localInputValue(new Date())}
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        )}
      </FormField>
      <Actions>
        <SubmitButton pending={pending} pendingText={t("saving")}>
          {t("save")}
        </SubmitButton>
      </Actions>
    </form>
  );
}

/** A moment as the field for date and time writes it: local, without a zone. */
function localInputValue(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
