"use client";

import { KeyRoundIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FormProblem } from "@/components/form-problem";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useErrorText } from "@/components/use-error-text";
import { signInWithPasskey } from "./sign-in-with-passkey";

/** Signs in with a passkey, without a name or a password; `onSignedIn` goes on. */
export function PasskeySignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useTranslations("factors.signIn");
  const errorText = useErrorText();
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const signIn = () =>
    startTransition(async () => {
      setProblem(undefined);
      const outcome = await signInWithPasskey();
      if (outcome.ok) onSignedIn();
      else setProblem(errorText(outcome.code, outcome.details));
    });
  return (
    <div className="grid gap-3">
      <FormProblem problem={problem ? { text: problem } : undefined} />
      <Button
        type="button"
        variant="outline"
        size="lg"
        aria-disabled={pending || undefined}
        onClick={() => !pending && signIn()}
      >
        {pending ? <Spinner /> : <KeyRoundIcon aria-hidden="true" />}
        {t("passkey")}
      </Button>
    </div>
  );
}
