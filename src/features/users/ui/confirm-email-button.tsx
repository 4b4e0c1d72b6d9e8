"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { useValidatedForm } from "@/components/use-validated-form";
import { submitted, trpcClient } from "@/trpc/client";
import { accountLinkInput } from "../input";

type Confirmed = { status: string; changed: boolean };

/** Uses a link that proves an address. A click of its own: programs that look into mail follow links. */
export function ConfirmEmailButton({ token, target }: { token: string; target: string }) {
  const t = useTranslations("auth.confirmEmail");
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null);
  const { formProps, problem, pending } = useValidatedForm({
    schema: accountLinkInput,
    action: async (values) => {
      const call = trpcClient.users.confirmEmail.mutate(values);
      const outcome = await submitted(call);
      if (outcome.ok) setConfirmed(await call);
      return outcome;
    },
  });
  if (confirmed) {
    const signIn = target === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(target)}`;
    const next = confirmed.changed ? "changed" : confirmed.status === "pending" ? "waiting" : "done";
    return (
      <div className="grid gap-5">
        <p role="status" className="text-pretty rounded-lg border bg-muted/50 px-4 py-3 text-sm">
          {t(next)}
        </p>
        <Button asChild size="lg">
          <Link href={confirmed.changed ? "/" : signIn}>{t(confirmed.changed ? "goOn" : "signIn")}</Link>
        </Button>
      </div>
    );
  }
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem problem={problem} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg" pending={pending} pendingText={t("pending")}>
        {t("submit")}
      </SubmitButton>
    </form>
  );
}
