"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { FormProblem } from "@/components/form-problem";
import { useErrorText } from "@/components/use-error-text";
import type { SignInInput } from "@/features/sessions/input";
import { ProviderSignIn } from "@/features/sessions/oidc/ui/provider-sign-in";
import { PasskeySignIn } from "@/features/sessions/passkeys/ui/passkey-sign-in";
import { SignInForm } from "@/features/sessions/ui/sign-in-form";
import { signInThrough } from "@/features/sessions/ui/sign-in-through";
import { signInWithPassword } from "@/features/sessions/ui/sign-in-with-password";
import type { ErrorCode } from "@/lib/error-codes";

const CodeForm = dynamic(() => import("@/features/sessions/factors/ui/code-form").then((m) => m.CodeForm));
const ResendVerification = dynamic(() =>
  import("@/features/users/ui/resend-verification").then((m) => m.ResendVerification),
);

type Refusal = { code: ErrorCode; details: Record<string, string | number> };

/**
 * Signs in: with a password, and a code where the account asks for one, with a passkey, or at the OpenID provider.
 * Then loads the wanted page anew: nothing of an earlier visitor stays in memory.
 */
export function SignIn({
  target,
  provider,
  refusal,
  owed,
}: {
  target: string;
  /** what the OpenID provider is called, if there is one */
  provider: string | null;
  /** why somebody who comes back from there was not let in */
  refusal: Refusal | null;
  /** what somebody for whom it vouches has as a second factor, if that is still to come */
  owed: "app" | "passkey" | null;
}) {
  const errorText = useErrorText();
  const [owing, setOwing] = useState(owed);
  const [asked, setAsked] = useState<{ values: SignInInput; withApp: boolean }>();
  const [unverified, setUnverified] = useState<string | null>(null);
  const attempt = async (values: SignInInput) => {
    const outcome = await signInWithPassword(values);
    if (outcome.ok) window.location.assign(target);
    setUnverified(!outcome.ok && outcome.code === "EMAIL_UNVERIFIED" ? values.login : null);
    return outcome;
  };
  return (
    <div className="grid gap-5">
      {!owing && !asked && (
        <FormProblem problem={refusal ? { text: errorText(refusal.code, refusal.details) } : undefined} />
      )}
      {owing ? (
        <CodeForm
          withApp={owing === "app"}
          action={async (code) => {
            const outcome = await signInThrough("provider-code", { code });
            if (outcome.ok) window.location.assign(target);
            return outcome;
          }}
          onBack={() => setOwing(null)}
        />
      ) : asked ? (
        <CodeForm
          withApp={asked.withApp}
          action={(code) => attempt({ ...asked.values, code })}
          onBack={() => setAsked(undefined)}
        />
      ) : (
        <SignInForm
          action={async (values) => {
            const outcome = await attempt(values);
            if (outcome.ok || outcome.code !== "SECOND_FACTOR_MISSING") return outcome;
            setAsked({ values, withApp: Number(outcome.details?.totp) > 0 });
            return { ok: true };
          }}
        />
      )}
      {unverified && <ResendVerification login={unverified} />}
      {provider && !owing && !asked && <ProviderSignIn provider={provider} target={target} />}
      <PasskeySignIn onSignedIn={() => window.location.assign(target)} />
    </div>
  );
}
