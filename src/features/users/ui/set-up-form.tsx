"use client";

import { useTranslations } from "next-intl";
import type { FormOutcome } from "@/components/form-outcome";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { useValidatedForm } from "@/components/use-validated-form";
import { type AccountInput, accountInput } from "../input";
import { AccountFields } from "./account-fields";
import { accountRefusals } from "./account-refusals";

/** Completes the account behind a one-time link: the first administrator's, or an invited person's. */
export function SetUpForm({
  purpose,
  initial,
  action,
}: {
  purpose: "first_admin" | "invitation";
  /** what is known of an invited person */
  initial?: Partial<Omit<AccountInput, "password">>;
  action: (values: AccountInput) => Promise<FormOutcome>;
}) {
  const t = useTranslations("auth");
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: accountInput,
    action,
    fieldOf: accountRefusals,
    invalid: { username: t("fields.usernameInvalid") },
  });
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem problem={problem} />
      <AccountFields errors={errors} initial={initial} />
      <SubmitButton size="lg" pending={pending} pendingText={t("setUp.pending")}>
        {purpose === "first_admin" ? t("setUp.firstAdminSubmit") : t("setUp.invitationSubmit")}
      </SubmitButton>
    </form>
  );
}
