"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import type { FormOutcome } from "@/components/form-outcome";
import { FormProblem } from "@/components/form-problem";
import { PasswordInput } from "@/components/password-input";
import { SubmitButton } from "@/components/submit-button";
import { Input } from "@/components/ui/input";
import { useValidatedForm } from "@/components/use-validated-form";
import type { SignInInput } from "../input";

const schema = () => import("../input").then((m) => m.signInInput);

/** Asks who is there. `action` signs in and goes on to the page that was wanted. */
export function SignInForm({ action }: { action: (values: SignInInput) => Promise<FormOutcome> }) {
  const t = useTranslations("auth");
  const { formProps, errors, problem, pending } = useValidatedForm({ schema, action });
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem problem={problem} />
      <FormField label={t("fields.login")} error={errors.login}>
        {(control) => (
          <Input
            {...control}
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            dir="auto"
          />
        )}
      </FormField>
      <FormField label={t("fields.password")} error={errors.password}>
        {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" />}
      </FormField>
      <SubmitButton size="lg" pending={pending} pendingText={t("signIn.pending")}>
        {t("signIn.submit")}
      </SubmitButton>
    </form>
  );
}
