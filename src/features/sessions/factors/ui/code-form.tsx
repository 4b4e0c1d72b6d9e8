"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { z } from "zod";
import { FormField } from "@/components/form-field";
import type { FormOutcome } from "@/components/form-outcome";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useValidatedForm } from "@/components/use-validated-form";

const codeForm = z.strictObject({ code: z.string().trim().min(1).max(40) });

/** The second half of signing in: a code of the app, or a recovery code. */
export function CodeForm({
  withApp,
  action,
  onBack,
}: {
  /** whether the person has an authenticator app; otherwise only recovery codes can be typed */
  withApp: boolean;
  action: (code: string) => Promise<FormOutcome>;
  onBack: () => void;
}) {
  const t = useTranslations("factors.signIn");
  const input = useRef<HTMLInputElement>(null);
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: codeForm,
    fieldOf: { SECOND_FACTOR_WRONG: "code" },
    action: ({ code }) => action(code),
  });
  // The form that had the focus is gone.
  useEffect(() => input.current?.focus(), []);
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem problem={problem} />
      <FormField
        label={t(withApp ? "code" : "recoveryCode")}
        hint={t(withApp ? "codeHint" : "recoveryCodeHint")}
        error={errors.code}
      >
        {(control) => (
          <Input
            {...control}
            ref={input}
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
          />
        )}
      </FormField>
      <SubmitButton size="lg" pending={pending} pendingText={t("pending")}>
        {t("submit")}
      </SubmitButton>
      <Button type="button" variant="ghost" onClick={onBack}>
        {t("back")}
      </Button>
    </form>
  );
}
