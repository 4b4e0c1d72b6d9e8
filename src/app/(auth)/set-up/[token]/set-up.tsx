"use client";

import { signInWithPassword } from "@/features/sessions/ui/sign-in-with-password";
import type { AccountInput } from "@/features/users/input";
import { SetUpForm } from "@/features/users/ui/set-up-form";
import { submitted, trpcClient } from "@/trpc/client";

type Props = {
  token: string;
  purpose: "first_admin" | "invitation";
  passwordMinimum: number;
  initial?: Partial<Omit<AccountInput, "password">>;
};

/** Completes the account behind a one-time link and signs in. */
export function SetUp({ token, purpose, passwordMinimum, initial }: Props) {
  return (
    <SetUpForm
      purpose={purpose}
      initial={initial}
      passwordMinimum={passwordMinimum}
      action={async (values) => {
        const outcome = await submitted(trpcClient.users.acceptLink.mutate({ ...values, token }));
        if (outcome.ok) {
          const signedIn = await signInWithPassword({ login: values.username, password: values.password });
          window.location.assign(signedIn.ok ? "/" : "/sign-in");
        }
        return outcome;
      }}
    />
  );
}
