"use client";

import { useTranslations } from "next-intl";
import type { FormOutcome } from "@/components/form-outcome";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { useValidatedForm } from "@/components/use-validated-form";
import { type AccountInput, accountInput, passwordOf } from "../input";
import { AccountFields } from "./account-fields";
import { accountRefusals } from "./account-refusals";

/** Creates an account for whoever fills it in. */
export function RegisterForm({
  passwordMinimum,
  action,
}: {
  passwordMinimum: number;
  action: (values: AccountInput) => Promise<FormOutcome>;
}) {
  const t = useTranslations("auth");
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: accountInput.extend({ password: passwordOf(passwordMinimum) }),
    action,
    fieldOf: accountRefusals,
    invalid: { username: t("fields.usernameInvalid") },
  });
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem problem={problem} />
      <AccountFields errors={errors} passwordMinimum={passwordMinimum} />
      <SubmitButton size="lg" pending={pending} pendingText={t("register.pending")}>
        {t("register.submit")}
      </SubmitButton>
    </form>
  );
}
