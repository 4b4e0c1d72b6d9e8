"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { useValidatedForm } from "@/components/use-validated-form";
import { AccountSection } from "@/features/sessions/ui/account-section";
import { ProofField } from "@/features/sessions/ui/proof-field";
import { proofRefusals } from "@/features/sessions/ui/proof-refusals";
import { submitted, trpcClient } from "@/trpc/client";
import { deleteAccountInput } from "../input";
import { SelectField } from "./select-field";

/** The two ways out: closing the account for a while, and deleting it for good. */
export function LeaveSection() {
  const t = useTranslations("profile.leave");
  const [way, setWay] = useState<"deactivate" | "delete" | null>(null);
  return (
    <AccountSection title={t("title")} description={t("description")}>
      <div className="flex flex-wrap gap-3">
        <Button variant="outline" aria-expanded={way === "deactivate"} onClick={() => setWay("deactivate")}>
          {t("deactivate.open")}
        </Button>
        <Button variant="destructive" aria-expanded={way === "delete"} onClick={() => setWay("delete")}>
          {t("delete.open")}
        </Button>
      </div>
      {way && <LeaveForm key={way} way={way} onCancel={() => setWay(null)} />}
    </AccountSection>
  );
}

function LeaveForm({ way, onCancel }: { way: "deactivate" | "delete"; onCancel: () => void }) {
  const t = useTranslations("profile.leave");
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: deleteAccountInput,
    fieldOf: proofRefusals("currentPassword"),
    action: async ({ currentPassword, messages }) => {
      const { account } = trpcClient;
      const outcome = await submitted(
        way === "delete"
          ? account.delete.mutate({ currentPassword, messages })
          : account.deactivate.mutate({ currentPassword }),
      );
      if (outcome.ok) window.location.assign("/sign-in");
      return outcome;
    },
  });
  return (
    <form {...formProps} className="grid max-w-md gap-5 rounded-lg border p-4">
      <p className="text-pretty text-sm">{t(`${way}.explanation`)}</p>
      <FormProblem problem={problem} />
      {way === "delete" ? (
        <SelectField
          name="messages"
          label={t("delete.messages")}
          hint={t("delete.messagesHint")}
          initial="keep"
          options={(["keep", "remove"] as const).map((value) => ({ value, text: t(`delete.${value}`) }))}
        />
      ) : (
        <input type="hidden" name="messages" value="keep" />
      )}
      <ProofField name="currentPassword" label={t("password")} error={errors.currentPassword} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="destructive" pending={pending} pendingText={t("pending")}>
          {t(`${way}.submit`)}
        </SubmitButton>
        <Button type="button" variant="ghost" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
