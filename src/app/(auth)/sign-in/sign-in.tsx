"use client";

import { SignInForm } from "@/features/sessions/ui/sign-in-form";
import { signInWithPassword } from "@/features/sessions/ui/sign-in-with-password";

/** Signs in, then loads the wanted page anew: nothing of an earlier visitor stays in memory. */
export function SignIn({ target }: { target: string }) {
  return (
    <SignInForm
      action={async (values) => {
        const outcome = await signInWithPassword(values);
        if (outcome.ok) window.location.assign(target);
        return outcome;
      }}
    />
  );
}
