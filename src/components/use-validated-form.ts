"use client";

import { type FormEvent, useRef, useState, useTransition } from "react";
import type { z } from "zod";
import type { FormOutcome, FormRefusal } from "./form-outcome";
import { useErrorText } from "./use-error-text";
import { useIssueText } from "./use-issue-text";

type Problem = { text: string; requestId?: string | null };

/**
 * A form that is checked by the same schema as on the server, before it is sent and again while mistakes
 * are being corrected. Fields keep what was typed whatever happens; the first wrong one gets the focus.
 * @param schema what the form may hold, or a function that loads it: as soon as somebody is in the form, so that the
 *   page itself does not wait for what checks it. The same function every time.
 */
export function useValidatedForm<Schema extends z.ZodObject>({
  schema,
  action,
  fieldOf = {},
  invalid,
}: {
  schema: Schema | (() => Promise<Schema>);
  action: (values: z.infer<Schema>) => Promise<FormOutcome>;
  /** refusals that belong beside a field */
  fieldOf?: Partial<Record<FormRefusal, keyof z.infer<Schema> & string>>;
  /** what to say where a field's pattern is not met */
  invalid?: Record<string, string>;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem>();
  const [pending, startTransition] = useTransition();
  const errorText = useErrorText();
  const issueText = useIssueText(invalid);

  const read = (): Record<string, unknown> =>
    form.current ? Object.fromEntries(new FormData(form.current)) : {};

  const complaints = (values: Record<string, unknown>, result: z.ZodSafeParseResult<unknown>) => {
    const found: Record<string, string> = {};
    for (const issue of result.error?.issues ?? []) {
      const name = String(issue.path[0]);
      found[name] ??= issueText(issue, values[name]);
    }
    return found;
  };

  const refuse = (found: Record<string, string>) => {
    setErrors(found);
    const controls = [...(form.current?.elements ?? [])] as HTMLInputElement[];
    controls.find((control) => control.name in found)?.focus();
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const values = read();
    setProblem(undefined);
    if (typeof schema !== "function") return send(values, schema);
    startTransition(async () => {
      const loaded = await schema().catch(() => null);
      if (loaded) send(values, loaded);
      else setProblem({ text: errorText("UNREACHABLE") });
    });
  };

  const send = (values: Record<string, unknown>, checks: Schema) => {
    const result = checks.safeParse(values);
    if (!result.success) return refuse(complaints(values, result));
    setErrors({});
    startTransition(async () => {
      const outcome = await action(result.data);
      if (outcome.ok) return;
      const text = errorText(outcome.code, outcome.details);
      const field = fieldOf[outcome.code];
      if (field) refuse({ [field]: text });
      else setProblem({ text, requestId: outcome.requestId });
    });
  };

  /** Takes a complaint back as soon as it no longer holds; new ones wait until the form is sent. */
  const onInput = async (event: FormEvent<HTMLFormElement>) => {
    const { name } = event.target as HTMLInputElement;
    if (!(name in errors)) return;
    const values = read();
    const checks = typeof schema === "function" ? await schema() : schema;
    const current = complaints(values, checks.safeParse(values))[name];
    setErrors(({ [name]: _, ...others }) => (current ? { ...others, [name]: current } : others));
  };
  const onFocus = typeof schema === "function" ? () => void schema().catch(() => {}) : undefined;

  return {
    /** to spread on the form; POST, so that a form sent before hydration puts no password into an address */
    formProps: { ref: form, onSubmit, onInput, onFocus, noValidate: true, method: "post" as const },
    errors: errors as Partial<Record<keyof z.infer<Schema> & string, string>>,
    problem,
    pending,
  };
}
