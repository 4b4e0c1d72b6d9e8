"use client";

import { signInWithPassword } from "@/features/sessions/ui/sign-in-with-password";
import { ResetPasswordForm } from "@/features/users/ui/reset-password-form";
import { submitted, trpcClient } from "@/trpc/client";

/** Sets the new password and signs in with it. */
export function ResetPassword({
  token,
  username,
  passwordMinimum,
}: {
  token: string;
  username: string;
  passwordMinimum: number;
}) {
  return (
    <ResetPasswordForm
      username={username}
      passwordMinimum={passwordMinimum}
      action={async (password) => {
        const outcome = await submitted(trpcClient.users.resetPassword.mutate({ token, password }));
        if (outcome.ok) {
          const signedIn = await signInWithPassword({ login: username, password });
          window.location.assign(signedIn.ok ? "/" : "/sign-in");
        }
        return outcome;
      }}
    />
  );
}
