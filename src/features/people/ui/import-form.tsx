"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { FormField } from "@/components/form-field";
import { SubmitButton } from "@/components/submit-button";
import { Input } from "@/components/ui/input";
import { useErrorText } from "@/components/use-error-text";
import type { Job } from "@/features/jobs/dto";
import type { ErrorCode } from "@/lib/error-codes";
import { csvBytesMaximum, csvRowsMaximum } from "../csv";

type Refusal = { code: ErrorCode; details: Record<string, string | number> };

/** Sends a file to be looked at; what would become of its rows is then a plan to be begun. */
export function ImportForm({ onPlanned }: { onPlanned: (job: Job) => void }) {
  const t = useTranslations("people.import");
  const errorText = useErrorText();
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const refuse = (text: string) => {
    setProblem(text);
    setPending(false);
    field.current?.focus();
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const file = field.current?.files?.[0];
    if (!file) return refuse(t("missing"));
    setProblem(undefined);
    setPending(true);
    try {
      const address = `/api/admin/people/import?name=${encodeURIComponent(file.name)}`;
      const answer = await fetch(address, { method: "POST", body: file });
      if (answer.ok) return onPlanned(await answer.json());
      const { code, details } = (await answer.json()) as Refusal;
      return refuse(errorText(code, details));
    } catch {
      return refuse(t("unreachable"));
    }
  };

  return (
    <form onSubmit={submit} noValidate className="grid max-w-xl gap-5 rounded-lg border bg-card p-5">
      <p className="text-pretty text-sm">{t("explain")}</p>
      <FormField
        label={t("file")}
        hint={t("fileHint", { rows: csvRowsMaximum, megabytes: csvBytesMaximum / 1_000_000 })}
        error={problem}
      >
        {(control) => (
          <Input {...control} ref={field} type="file" name="file" accept=".csv,.tsv,.txt,text/csv" />
        )}
      </FormField>
      <SubmitButton pending={pending} pendingText={t("checking")} className="justify-self-start">
        {t("check")}
      </SubmitButton>
    </form>
  );
}
