"use client";

import { ExternalLinkIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FormProblem } from "@/components/form-problem";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useErrorText } from "@/components/use-error-text";
import { goToProvider } from "./go-to-provider";

/** Signs in at the instance's OpenID provider, to go on to `target`. */
export function ProviderSignIn({ provider, target }: { provider: string; target: string }) {
  const t = useTranslations("factors.provider");
  const errorText = useErrorText();
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const go = () =>
    startTransition(async () => {
      setProblem(undefined);
      const outcome = await goToProvider(target);
      if (!outcome.ok) setProblem(errorText(outcome.code, outcome.details));
    });
  return (
    <div className="grid gap-3">
      <FormProblem problem={problem ? { text: problem } : undefined} />
      <Button
        type="button"
        variant="outline"
        size="lg"
        aria-disabled={pending || undefined}
        onClick={() => !pending && go()}
      >
        {pending ? <Spinner /> : <ExternalLinkIcon aria-hidden="true" />}
        <span className="truncate">{t("signIn", { provider })}</span>
      </Button>
    </div>
  );
}
