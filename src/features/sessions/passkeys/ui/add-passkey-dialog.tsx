"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import type { FormOutcome } from "@/components/form-outcome";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Input } from "@/components/ui/input";
import { useValidatedForm } from "@/components/use-validated-form";
import { submitted, trpcClient } from "@/trpc/client";
import { passwordInput } from "../../factors/input";
import { FactorDialog } from "../../factors/ui/factor-dialog";
import { RecoveryCodesView } from "../../factors/ui/recovery-codes-view";
import { ProofField } from "../../ui/proof-field";
import { proofRefusals } from "../../ui/proof-refusals";
import { addPasskeyInput } from "../input";

const formValues = z.strictObject({
  name: addPasskeyInput.shape.name,
  password: passwordInput.shape.password,
});

/** Names a new passkey, asks for the password, then lets the browser make it. */
export function AddPasskeyDialog({ onChanged, onClose }: { onChanged: () => void; onClose: () => void }) {
  const t = useTranslations("factors");
  const [codes, setCodes] = useState<string[]>();
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: formValues,
    fieldOf: proofRefusals("password"),
    action: async ({ name, password }): Promise<FormOutcome> => {
      const begun = trpcClient.passkeys.begin.mutate({ password });
      const outcome = await submitted(begun);
      if (!outcome.ok) return outcome;
      const { startRegistration } = await import("@simplewebauthn/browser");
      const registration = await startRegistration({ optionsJSON: await begun }).catch(() => null);
      if (!registration) return { ok: false, code: "PASSKEY_REFUSED" };
      const call = trpcClient.passkeys.add.mutate({ name, registration });
      const added = await submitted(call);
      if (!added.ok) return added;
      const { recoveryCodes } = await call;
      onChanged();
      if (recoveryCodes.length > 0) setCodes(recoveryCodes);
      else onClose();
      return added;
    },
  });
  return (
    <FactorDialog
      title={t(codes ? "recovery.dialogTitle" : "passkeys.dialogTitle")}
      description={t(codes ? "recovery.dialogDescription" : "passkeys.dialogDescription")}
      onClose={onClose}
    >
      {codes ? (
        <RecoveryCodesView codes={codes} onDone={onClose} />
      ) : (
        <form {...formProps} className="grid gap-4">
          <FormProblem problem={problem} />
          <FormField label={t("passkeys.name")} hint={t("passkeys.nameHint")} error={errors.name}>
            {(control) => <Input {...control} name="name" autoComplete="off" dir="auto" />}
          </FormField>
          <ProofField name="password" error={errors.password} />
          <DialogActions>
            <SubmitButton pending={pending} pendingText={t("passkeys.waiting")}>
              {t("passkeys.make")}
            </SubmitButton>
          </DialogActions>
        </form>
      )}
    </FactorDialog>
  );
}
