"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import type { FormOutcome } from "@/components/form-outcome";
import { FormProblem } from "@/components/form-problem";
import { PasswordInput } from "@/components/password-input";
import { SubmitButton } from "@/components/submit-button";
import { useValidatedForm } from "@/components/use-validated-form";
import { passwordInput } from "../input";

/** Asks for the password once more before something that matters. */
export function PasswordForm({
  submit,
  destructive = false,
  action,
}: {
  submit: string;
  destructive?: boolean;
  action: (password: string) => Promise<FormOutcome>;
}) {
  const t = useTranslations("factors");
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: passwordInput,
    fieldOf: { PASSWORD_WRONG: "password" },
    action: ({ password }) => action(password),
  });
  return (
    <form {...formProps} className="grid gap-4">
      <FormProblem problem={problem} />
      <FormField label={t("password")} hint={t("passwordHint")} error={errors.password}>
        {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" />}
      </FormField>
      <SubmitButton
        className="justify-self-end"
        variant={destructive ? "destructive" : "default"}
        pending={pending}
        pendingText={t("pending")}
      >
        {submit}
      </SubmitButton>
    </form>
  );
}
