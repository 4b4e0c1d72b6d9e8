"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Input } from "@/components/ui/input";
import { useValidatedForm } from "@/components/use-validated-form";
import { submitted, trpcClient } from "@/trpc/client";
import { requestMailInput } from "../input";

/** Asks for a link to a new password; what is said afterwards does not tell whether there is an account. */
export function ForgotPasswordForm() {
  const t = useTranslations("auth");
  const [asked, setAsked] = useState(false);
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: requestMailInput,
    action: async (values) => {
      const outcome = await submitted(trpcClient.users.forgotPassword.mutate(values));
      if (outcome.ok) setAsked(true);
      return outcome;
    },
  });
  if (asked) {
    return (
      <p role="status" className="text-pretty rounded-lg border bg-muted/50 px-4 py-3 text-sm">
        {t("forgot.sent")}
      </p>
    );
  }
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
      <SubmitButton size="lg" pending={pending} pendingText={t("forgot.pending")}>
        {t("forgot.submit")}
      </SubmitButton>
    </form>
  );
}
