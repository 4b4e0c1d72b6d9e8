"use client";

import { useState } from "react";
import { CodeForm } from "@/features/sessions/factors/ui/code-form";
import type { SignInInput } from "@/features/sessions/input";
import { PasskeySignIn } from "@/features/sessions/passkeys/ui/passkey-sign-in";
import { SignInForm } from "@/features/sessions/ui/sign-in-form";
import { signInWithPassword } from "@/features/sessions/ui/sign-in-with-password";
import { ResendVerification } from "@/features/users/ui/resend-verification";

/**
 * Signs in, with a code after the password where the account asks for one, or with a passkey. Then loads the wanted
 * page anew: nothing of an earlier visitor stays in memory.
 */
export function SignIn({ target }: { target: string }) {
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
      {asked ? (
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
      <PasskeySignIn onSignedIn={() => window.location.assign(target)} />
    </div>
  );
}
