"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Input } from "@/components/ui/input";
import { useValidatedForm } from "@/components/use-validated-form";
import { submitted, trpcClient } from "@/trpc/client";
import { FactorDialog } from "../../factors/ui/factor-dialog";
import { renamePasskeyInput } from "../input";

const formValues = z.strictObject({ name: renamePasskeyInput.shape.name });

/** Gives a passkey another name. */
export function RenamePasskeyDialog({
  passkey,
  onChanged,
  onClose,
}: {
  passkey: { id: string; name: string };
  onChanged: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("factors");
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: formValues,
    action: async ({ name }) => {
      const outcome = await submitted(trpcClient.passkeys.rename.mutate({ passkeyId: passkey.id, name }));
      if (!outcome.ok) return outcome;
      onChanged();
      onClose();
      return outcome;
    },
  });
  return (
    <FactorDialog title={t("passkeys.renameTitle")} description={t("passkeys.nameHint")} onClose={onClose}>
      <form {...formProps} className="grid gap-4">
        <FormProblem problem={problem} />
        <FormField label={t("passkeys.name")} error={errors.name}>
          {(control) => (
            <Input {...control} name="name" autoComplete="off" dir="auto" defaultValue={passkey.name} />
          )}
        </FormField>
        <DialogActions>
          <SubmitButton pending={pending} pendingText={t("pending")}>
            {t("passkeys.rename")}
          </SubmitButton>
        </DialogActions>
      </form>
    </FactorDialog>
  );
}
