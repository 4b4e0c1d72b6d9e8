"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { PasswordInput } from "@/components/password-input";
import { Input } from "@/components/ui/input";
import type { AccountInput } from "../input";

/** What an account needs, whoever it is created for and however. */
export function AccountFields({
  errors,
  initial = {},
  passwordMinimum: minimum,
}: {
  errors: Partial<Record<string, string>>;
  initial?: Partial<Omit<AccountInput, "password">>;
  /** the shortest password that the instance allows */
  passwordMinimum: number;
}) {
  const t = useTranslations("auth.fields");
  return (
    <>
      <FormField label={t("displayName")} hint={t("displayNameHint")} error={errors.displayName}>
        {(control) => (
          <Input
            {...control}
            name="displayName"
            autoComplete="name"
            dir="auto"
            defaultValue={initial.displayName}
          />
        )}
      </FormField>
      <FormField label={t("username")} hint={t("usernameHint")} error={errors.username}>
        {(control) => (
          <Input
            {...control}
            name="username"
            autoComplete="nickname"
            autoCapitalize="none"
            spellCheck={false}
            dir="auto"
            defaultValue={initial.username}
          />
        )}
      </FormField>
      <FormField label={t("email")} error={errors.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
            defaultValue={initial.email}
          />
        )}
      </FormField>
      <FormField label={t("password")} hint={t("passwordHint", { minimum })} error={errors.password}>
        {(control) => <PasswordInput {...control} name="password" autoComplete="new-password" />}
      </FormField>
    </>
  );
}
