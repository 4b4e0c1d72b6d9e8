"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import type { FormOutcome } from "@/components/form-outcome";
import { FormProblem } from "@/components/form-problem";
import { PasswordInput } from "@/components/password-input";
import { SubmitButton } from "@/components/submit-button";
import { useValidatedForm } from "@/components/use-validated-form";
import { passwordOf, resetPasswordInput } from "../input";

/** Chooses a new password behind a one-time link. */
export function ResetPasswordForm({
  username,
  passwordMinimum: minimum,
  action,
}: {
  username: string;
  passwordMinimum: number;
  action: (password: string) => Promise<FormOutcome>;
}) {
  const t = useTranslations("auth");
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: resetPasswordInput.pick({ password: true }).extend({ password: passwordOf(minimum) }),
    fieldOf: { PASSWORD_TOO_SHORT: "password", PASSWORD_COMMON: "password" },
    action: ({ password }) => action(password),
  });
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem problem={problem} />
      {/* For password managers: whose password it is. */}
      <input hidden readOnly autoComplete="username" value={username} />
      <FormField
        label={t("reset.password")}
        hint={t("fields.passwordHint", { minimum })}
        error={errors.password}
      >
        {(control) => <PasswordInput {...control} name="password" autoComplete="new-password" />}
      </FormField>
      <SubmitButton size="lg" pending={pending} pendingText={t("reset.pending")}>
        {t("reset.submit")}
      </SubmitButton>
    </form>
  );
}
