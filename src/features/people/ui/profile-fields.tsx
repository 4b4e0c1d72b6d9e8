"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { Input } from "@/components/ui/input";

type Values = { displayName: string; username: string; email: string | null };

/** What an administrator says of somebody: names, and where mail goes. */
export function ProfileFields({
  errors,
  initial,
  emailHint,
}: {
  errors: Partial<Record<keyof Values, string>>;
  initial?: Values;
  emailHint: string;
}) {
  const t = useTranslations("people.edit");
  return (
    <>
      <FormField label={t("displayName")} error={errors.displayName}>
        {(control) => (
          <Input
            {...control}
            name="displayName"
            autoComplete="off"
            dir="auto"
            defaultValue={initial?.displayName}
          />
        )}
      </FormField>
      <FormField label={t("username")} hint={t("usernameHint")} error={errors.username}>
        {(control) => (
          <Input
            {...control}
            name="username"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir="auto"
            defaultValue={initial?.username}
          />
        )}
      </FormField>
      <FormField label={t("email")} hint={emailHint} error={errors.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            defaultValue={initial?.email ?? ""}
          />
        )}
      </FormField>
    </>
  );
}
