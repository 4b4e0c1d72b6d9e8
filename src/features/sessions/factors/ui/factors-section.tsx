"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorState } from "@/components/error-state";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { AccountSection } from "../../ui/account-section";
import { useFactorsChanged } from "./use-factors-changed";

const TotpDialog = dynamic(() => import("./totp-dialog").then((module) => module.TotpDialog));
const RemoveTotpDialog = dynamic(() => import("./password-dialog").then((module) => module.RemoveTotpDialog));
const RenewCodesDialog = dynamic(() => import("./password-dialog").then((module) => module.RenewCodesDialog));

/** Codes of an authenticator app, and the recovery codes that go with any factor. */
export function FactorsSection() {
  const t = useTranslations("factors");
  const problem = useProblem();
  const changed = useFactorsChanged();
  const { data: status, error, refetch } = trpc.factors.status.useQuery();
  const [asked, setAsked] = useState<"totp" | "remove" | "renew">();
  const dialog = { onChanged: () => void changed(t("done")), onClose: () => setAsked(undefined) };
  const hasFactor = status && (status.totpSince !== null || status.passkeys > 0);
  return (
    <AccountSection title={t("title")} description={t("description")}>
      {error && (
        <ErrorState title={t("failed")} description={problem(error).text} onRetry={() => void refetch()} />
      )}
      {status?.required && <p className="text-sm">{t("requiredHere")}</p>}
      {status && (
        <p className="text-muted-foreground text-sm">
          {status.totpSince
            ? t.rich("totp.on", { time: () => <RelativeTime value={status.totpSince ?? ""} /> })
            : t("totp.off")}
          {hasFactor && ` ${t("recovery.left", { count: status.recoveryCodesLeft })}`}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button variant="outline" onClick={() => setAsked("totp")}>
          {t(status?.totpSince ? "totp.replace" : "totp.setUp")}
        </Button>
        {status?.totpSince && (
          <Button variant="outline" onClick={() => setAsked("remove")}>
            {t("totp.remove")}
          </Button>
        )}
        {hasFactor && (
          <Button variant="outline" onClick={() => setAsked("renew")}>
            {t("recovery.renew")}
          </Button>
        )}
      </div>
      {asked === "totp" && <TotpDialog {...dialog} />}
      {asked === "remove" && <RemoveTotpDialog {...dialog} />}
      {asked === "renew" && <RenewCodesDialog {...dialog} />}
    </AccountSection>
  );
}
