"use client";

import { useLocale } from "next-intl";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { signInWithPassword } from "@/features/sessions/ui/sign-in-with-password";
import { RegisterForm } from "@/features/users/ui/register-form";
import { submitted, trpcClient } from "@/trpc/client";

/** Creates the account; whoever may come in at once is signed in, the others are told what happens next. */
export function Register({ target, passwordMinimum }: { target: string; passwordMinimum: number }) {
  const device = { locale: useLocale(), timeZone: useLocalTimeZone() };
  return (
    <RegisterForm
      passwordMinimum={passwordMinimum}
      action={async (values) => {
        const call = trpcClient.users.register.mutate({ ...values, ...device, next: target });
        const outcome = await submitted(call);
        if (!outcome.ok) return outcome;
        const { status, verification } = await call;
        if (verification) {
          window.location.assign("/check-your-mail");
          return outcome;
        }
        if (status === "pending") {
          window.location.assign("/awaiting-approval");
          return outcome;
        }
        const signedIn = await signInWithPassword({ login: values.username, password: values.password });
        window.location.assign(signedIn.ok ? target : `/sign-in?next=${encodeURIComponent(target)}`);
        return outcome;
      }}
    />
  );
}
