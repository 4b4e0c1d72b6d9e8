"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useValidatedForm } from "@/components/use-validated-form";
import { AccountSection } from "@/features/sessions/ui/account-section";
import { ProofField } from "@/features/sessions/ui/proof-field";
import { proofRefusals } from "@/features/sessions/ui/proof-refusals";
import type { OwnProfile } from "@/features/users/dto";
import { submitted, trpcClient } from "@/trpc/client";
import { changeEmailInput } from "../input";

/** The e-mail address, and the way to another one. */
export function EmailSection({ profile, mailIsOn }: { profile: OwnProfile; mailIsOn: boolean }) {
  const t = useTranslations("profile.email");
  const router = useRouter();
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: changeEmailInput,
    fieldOf: { ...proofRefusals("currentPassword"), EMAIL_TAKEN: "email" },
    action: async (values) => {
      const outcome = await submitted(trpcClient.account.changeEmail.mutate(values));
      if (!outcome.ok) return outcome;
      formProps.ref.current?.reset();
      void notify("success", t(mailIsOn ? "asked" : "done"));
      router.refresh();
      return outcome;
    },
  });
  const cancel = async () => {
    await submitted(trpcClient.account.cancelEmailChange.mutate());
    router.refresh();
  };
  return (
    <AccountSection title={t("title")} description={t(mailIsOn ? "description" : "descriptionNoMail")}>
      <p className="text-sm">
        {t("present")} <bdi className="font-medium">{profile.email ?? "–"}</bdi>
      </p>
      {profile.newEmail && (
        <p className="flex flex-wrap items-center gap-3 rounded-lg border bg-muted/50 px-4 py-3 text-sm">
          <span className="min-w-0 flex-1">{t("waiting", { email: profile.newEmail })}</span>
          <Button variant="outline" size="sm" onClick={() => void cancel()}>
            {t("cancel")}
          </Button>
        </p>
      )}
      <form {...formProps} className="grid max-w-md gap-5">
        <FormProblem problem={problem} />
        <FormField label={t("new")} error={errors.email}>
          {(control) => <Input {...control} name="email" type="email" autoComplete="email" dir="ltr" />}
        </FormField>
        <ProofField name="currentPassword" label={t("password")} error={errors.currentPassword} />
        <SubmitButton className="justify-self-start" pending={pending} pendingText={t("pending")}>
          {t("submit")}
        </SubmitButton>
      </form>
    </AccountSection>
  );
}
