"use client";

import { useTranslations } from "next-intl";
import { DialogActions } from "@/components/dialog-actions";
import type { FormOutcome } from "@/components/form-outcome";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { useValidatedForm } from "@/components/use-validated-form";
import { ProofField } from "../../ui/proof-field";
import { proofRefusals } from "../../ui/proof-refusals";
import { passwordInput } from "../input";

/** Asks for the password, or what stands in for it, once more before something that matters. */
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
    fieldOf: proofRefusals("password"),
    action: ({ password }) => action(password),
  });
  return (
    <form {...formProps} className="grid gap-4">
      <FormProblem problem={problem} />
      <ProofField name="password" error={errors.password} />
      <DialogActions>
        <SubmitButton
          variant={destructive ? "destructive" : "default"}
          pending={pending}
          pendingText={t("pending")}
        >
          {submit}
        </SubmitButton>
      </DialogActions>
    </form>
  );
}
