"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form-field";
import { PasswordInput } from "@/components/password-input";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Asks somebody who is signed in to prove it once more, with what they have: password, code or mail. */
export function ProofField({ name, error, label }: { name: string; error?: string; label?: string }) {
  const t = useTranslations("factors");
  const { data } = trpc.sessions.proof.useQuery();
  const kind = data?.kind ?? "password";
  if (kind === "none") return <p className="text-pretty text-sm">{t("proof.none")}</p>;
  if (kind === "password")
    return (
      <FormField label={label ?? t("password")} hint={t("passwordHint")} error={error}>
        {(control) => <PasswordInput {...control} name={name} autoComplete="current-password" />}
      </FormField>
    );
  return (
    <div className="grid gap-2">
      <FormField label={t(`proof.${kind}`)} hint={t(`proof.${kind}Hint`)} error={error}>
        {(control) => (
          <Input
            {...control}
            name={name}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
            className="max-w-60"
          />
        )}
      </FormField>
      {kind === "mail" && <SendCode />}
    </div>
  );
}

function SendCode() {
  const t = useTranslations("factors.proof");
  const problem = useProblem();
  const send = trpc.sessions.mailCode.useMutation();
  const [said, setSaid] = useState<string>();
  const mail = async () => {
    setSaid(undefined);
    try {
      await send.mutateAsync();
      setSaid(t("sent"));
    } catch (failure) {
      setSaid(problem(failure).text);
    }
  };
  return (
    <>
      <Button
        type="button"
        variant="outline"
        size="sm"
        className="justify-self-start"
        aria-disabled={send.isPending || undefined}
        onClick={() => !send.isPending && void mail()}
      >
        {t("send")}
      </Button>
      <p role="status" className="text-muted-foreground text-sm empty:hidden">
        {said}
      </p>
    </>
  );
}
