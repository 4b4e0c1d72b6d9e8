"use client";

import { useState } from "react";
import { SignInForm } from "@/features/sessions/ui/sign-in-form";
import { signInWithPassword } from "@/features/sessions/ui/sign-in-with-password";
import { ResendVerification } from "@/features/users/ui/resend-verification";

/** Signs in, then loads the wanted page anew: nothing of an earlier visitor stays in memory. */
export function SignIn({ target }: { target: string }) {
  const [unverified, setUnverified] = useState<string | null>(null);
  return (
    <div className="grid gap-5">
      <SignInForm
        action={async (values) => {
          const outcome = await signInWithPassword(values);
          if (outcome.ok) window.location.assign(target);
          setUnverified(!outcome.ok && outcome.code === "EMAIL_UNVERIFIED" ? values.login : null);
          return outcome;
        }}
      />
      {unverified && <ResendVerification login={unverified} />}
    </div>
  );
}
