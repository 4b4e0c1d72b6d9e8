"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { PasswordInput } from "@/components/password-input";
import { SubmitButton } from "@/components/submit-button";
import { useValidatedForm } from "@/components/use-validated-form";
import { settingsRegistry } from "@/features/settings/registry";
import { usePublicSettings } from "@/features/settings/ui/use-public-settings";
import { passwordOf } from "@/features/users/input";
import { submitted, trpcClient } from "@/trpc/client";
import { trpc } from "@/trpc/react";
import { changePasswordInput } from "../input";
import { AccountSection } from "./account-section";
import { ProofField } from "./proof-field";
import { proofRefusals } from "./proof-refusals";

/** Replaces the password, or sets the first one; the other devices are signed out with it. */
export function PasswordSection() {
  const t = useTranslations("account.password");
  const { passwordMinimumLength: minimum = settingsRegistry.passwordMinimumLength.initial } =
    usePublicSettings() ?? {};
  const client = trpc.useUtils();
  const { data: proof } = trpc.sessions.proof.useQuery();
  const first = proof !== undefined && proof.kind !== "password";
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: changePasswordInput.extend({ newPassword: passwordOf(minimum) }),
    fieldOf: {
      ...proofRefusals("currentPassword"),
      PASSWORD_TOO_SHORT: "newPassword",
      PASSWORD_COMMON: "newPassword",
    },
    action: async (values) => {
      const outcome = await submitted(trpcClient.sessions.changePassword.mutate(values));
      if (!outcome.ok) return outcome;
      formProps.ref.current?.reset();
      await Promise.all([client.sessions.list.invalidate(), client.sessions.proof.invalidate()]);
      void notify("success", t(first ? "set" : "done"));
      return outcome;
    },
  });
  return (
    <AccountSection title={t("title")} description={t(first ? "descriptionFirst" : "description")}>
      <form {...formProps} className="grid max-w-sm gap-5">
        <FormProblem problem={problem} />
        <ProofField name="currentPassword" label={t("current")} error={errors.currentPassword} />
        <FormField label={t("new")} hint={t("newHint", { minimum })} error={errors.newPassword}>
          {(control) => <PasswordInput {...control} name="newPassword" autoComplete="new-password" />}
        </FormField>
        <SubmitButton className="justify-self-start" pending={pending} pendingText={t("pending")}>
          {t(first ? "submitFirst" : "submit")}
        </SubmitButton>
      </form>
    </AccountSection>
  );
}
