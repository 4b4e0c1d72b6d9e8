"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorState } from "@/components/error-state";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { useErrorText } from "@/components/use-error-text";
import type { ErrorCode } from "@/lib/error-codes";
import { submitted, trpcClient } from "@/trpc/client";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { FactorDialog } from "../../factors/ui/factor-dialog";
import { PasswordForm } from "../../factors/ui/password-form";
import { AccountSection } from "../../ui/account-section";
import { goToProvider } from "./go-to-provider";

type Refusal = { code: ErrorCode; details: Record<string, string | number> };

/** The person's account at the instance's provider: linked, or the way to link it. Nothing where there is no provider. */
export function IdentitySection({ refusal }: { refusal: Refusal | null }) {
  const t = useTranslations("factors.provider");
  const problem = useProblem();
  const errorText = useErrorText();
  const client = trpc.useUtils();
  const { data, error, refetch } = trpc.identity.get.useQuery();
  const [asked, setAsked] = useState<"link" | "unlink">();
  const close = () => setAsked(undefined);
  if (data && data.provider === null) return null;
  const provider = data?.provider ?? "";
  const linked = data?.linked;
  const link = async (password: string) => {
    const outcome = await submitted(trpcClient.identity.beginLink.mutate({ password }));
    return outcome.ok ? goToProvider("/account/security") : outcome;
  };
  const unlink = async (password: string) => {
    const outcome = await submitted(trpcClient.identity.unlink.mutate({ password }));
    if (!outcome.ok) return outcome;
    await client.identity.get.invalidate();
    close();
    void notify("success", t("unlinked", { provider }));
    return outcome;
  };
  return (
    <AccountSection title={t("title")} description={t("description", { provider })}>
      <FormProblem problem={refusal ? { text: errorText(refusal.code, refusal.details) } : undefined} />
      {error && (
        <ErrorState title={t("failed")} description={problem(error).text} onRetry={() => void refetch()} />
      )}
      {linked && (
        <p className="wrap-anywhere text-muted-foreground text-sm">
          {t.rich("linkedSince", {
            label: () => <bdi className="font-medium text-foreground">{linked.label ?? provider}</bdi>,
            time: () => <RelativeTime value={linked.since} />,
          })}
        </p>
      )}
      {data && (
        <Button
          variant="outline"
          className="justify-self-start"
          onClick={() => setAsked(linked ? "unlink" : "link")}
        >
          {t(linked ? "unlink" : "link", { provider })}
        </Button>
      )}
      {asked && (
        <FactorDialog
          title={t(`${asked}Title`, { provider })}
          description={t(`${asked}Description`, { provider })}
          onClose={close}
        >
          <PasswordForm
            submit={t(asked, { provider })}
            destructive={asked === "unlink"}
            action={asked === "link" ? link : unlink}
          />
        </FactorDialog>
      )}
    </AccountSection>
  );
}
