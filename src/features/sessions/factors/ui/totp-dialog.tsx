"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CopyField } from "@/components/copy-field";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Input } from "@/components/ui/input";
import { useValidatedForm } from "@/components/use-validated-form";
import { submitted, trpcClient } from "@/trpc/client";
import type { TotpSetUp } from "../dto";
import { confirmTotpInput } from "../input";
import { FactorDialog } from "./factor-dialog";
import { PasswordForm } from "./password-form";
import { QrCode } from "./qr-code";
import { RecoveryCodesView } from "./recovery-codes-view";

/** Sets an authenticator app up: password, the secret, a first code, and the recovery codes if they are new. */
export function TotpDialog({ onChanged, onClose }: { onChanged: () => void; onClose: () => void }) {
  const t = useTranslations("factors");
  const [setUp, setSetUp] = useState<TotpSetUp>();
  const [codes, setCodes] = useState<string[]>();
  const confirmed = (recoveryCodes: string[]) => {
    onChanged();
    if (recoveryCodes.length > 0) setCodes(recoveryCodes);
    else onClose();
  };
  const step = codes ? "recovery" : "totp";
  return (
    <FactorDialog
      title={t(`${step}.dialogTitle`)}
      description={t(codes ? "recovery.dialogDescription" : setUp ? "totp.scan" : "totp.dialogDescription")}
      onClose={onClose}
    >
      {codes ? (
        <RecoveryCodesView codes={codes} onDone={onClose} />
      ) : setUp ? (
        <ConfirmForm setUp={setUp} onConfirmed={confirmed} />
      ) : (
        <PasswordForm
          submit={t("continue")}
          action={async (password) => {
            const call = trpcClient.factors.beginTotp.mutate({ password });
            const outcome = await submitted(call);
            if (outcome.ok) setSetUp(await call);
            return outcome;
          }}
        />
      )}
    </FactorDialog>
  );
}

function ConfirmForm({
  setUp,
  onConfirmed,
}: {
  setUp: TotpSetUp;
  onConfirmed: (recoveryCodes: string[]) => void;
}) {
  const t = useTranslations("factors");
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: confirmTotpInput,
    fieldOf: { SECOND_FACTOR_WRONG: "code" },
    invalid: { code: t("totp.sixDigits") },
    action: async (values) => {
      const call = trpcClient.factors.confirmTotp.mutate(values);
      const outcome = await submitted(call);
      if (outcome.ok) onConfirmed((await call).recoveryCodes);
      return outcome;
    },
  });
  return (
    <form {...formProps} className="grid min-w-0 gap-4">
      <FormProblem problem={problem} />
      <QrCode text={setUp.uri} label={t("totp.qrCode")} />
      <CopyField label={t("totp.key")} value={setUp.secret} />
      <FormField label={t("totp.code")} hint={t("totp.codeHint")} error={errors.code}>
        {(control) => (
          <Input
            {...control}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            className="max-w-40 tabular-nums"
          />
        )}
      </FormField>
      <DialogActions>
        <SubmitButton pending={pending} pendingText={t("pending")}>
          {t("totp.turnOn")}
        </SubmitButton>
      </DialogActions>
    </form>
  );
}
