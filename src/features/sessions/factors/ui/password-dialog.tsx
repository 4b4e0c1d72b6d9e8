"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormOutcome } from "@/components/form-outcome";
import { submitted, trpcClient } from "@/trpc/client";
import { FactorDialog } from "./factor-dialog";
import { PasswordForm } from "./password-form";
import { RecoveryCodesView } from "./recovery-codes-view";

type Dialog = { onChanged: () => void; onClose: () => void };

/** Stops asking for codes of the app. */
export function RemoveTotpDialog({ onChanged, onClose }: Dialog) {
  const t = useTranslations("factors.totp");
  return (
    <FactorDialog title={t("removeTitle")} description={t("removeDescription")} onClose={onClose}>
      <PasswordForm
        submit={t("remove")}
        destructive
        action={(password) =>
          thenClose(trpcClient.factors.removeTotp.mutate({ password }), { onChanged, onClose })
        }
      />
    </FactorDialog>
  );
}

/** Stops accepting a passkey. */
export function RemovePasskeyDialog({
  passkey,
  onChanged,
  onClose,
}: Dialog & { passkey: { id: string; name: string } }) {
  const t = useTranslations("factors.passkeys");
  return (
    <FactorDialog
      title={t("removeTitle", { name: passkey.name })}
      description={t("removeDescription")}
      onClose={onClose}
    >
      <PasswordForm
        submit={t("remove")}
        destructive
        action={(password) => {
          const call = trpcClient.passkeys.remove.mutate({ passkeyId: passkey.id, password });
          return thenClose(call, { onChanged, onClose });
        }}
      />
    </FactorDialog>
  );
}

/** Makes new recovery codes and shows them this once. */
export function RenewCodesDialog({ onChanged, onClose }: Dialog) {
  const t = useTranslations("factors.recovery");
  const [codes, setCodes] = useState<string[]>();
  return (
    <FactorDialog
      title={t(codes ? "dialogTitle" : "renewTitle")}
      description={t(codes ? "dialogDescription" : "renewDescription")}
      onClose={onClose}
    >
      {codes ? (
        <RecoveryCodesView codes={codes} onDone={onClose} />
      ) : (
        <PasswordForm
          submit={t("renew")}
          action={async (password) => {
            const call = trpcClient.factors.renewRecoveryCodes.mutate({ password });
            const outcome = await submitted(call);
            if (!outcome.ok) return outcome;
            onChanged();
            setCodes((await call).recoveryCodes);
            return outcome;
          }}
        />
      )}
    </FactorDialog>
  );
}

async function thenClose(call: Promise<unknown>, { onChanged, onClose }: Dialog): Promise<FormOutcome> {
  const outcome = await submitted(call);
  if (!outcome.ok) return outcome;
  onChanged();
  onClose();
  return outcome;
}
