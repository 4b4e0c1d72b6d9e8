"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { useValidatedForm } from "@/components/use-validated-form";
import type { OwnProfile } from "@/features/users/dto";
import { localeCookie, locales } from "@/lib/locales";
import { rememberPreference } from "@/lib/remember-preference";
import { submitted, trpcClient } from "@/trpc/client";
import { profileFormValues } from "../profile-form-values";
import { SelectField } from "./select-field";

/** What the person says of themselves, and the language and time zone in which they are written to. */
export function ProfileSection({ initial }: { initial: OwnProfile }) {
  const t = useTranslations("profile");
  const common = useTranslations("common.language");
  const router = useRouter();
  const here = useLocalTimeZone();
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: profileFormValues,
    fieldOf: { USERNAME_TAKEN: "username" },
    invalid: { username: t("usernameInvalid") },
    action: async (values) => {
      const outcome = await submitted(trpcClient.account.updateProfile.mutate(values));
      if (!outcome.ok) return outcome;
      rememberPreference(localeCookie, values.locale);
      router.refresh();
      void notify("success", t("saved"));
      return outcome;
    },
  });
  const zones = [...new Set([here, initial.timeZone ?? here, ...Intl.supportedValuesOf("timeZone")])];
  return (
    <form {...formProps} className="grid max-w-md gap-5">
      <FormProblem problem={problem} />
      <FormField label={t("displayName")} error={errors.displayName}>
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
      <FormField label={t("bio")} hint={t("bioHint")} error={errors.bio}>
        {(control) => <Textarea {...control} name="bio" rows={3} dir="auto" defaultValue={initial.bio} />}
      </FormField>
      <SelectField
        name="locale"
        label={t("locale")}
        hint={t("localeHint")}
        initial={initial.locale ?? "en"}
        options={locales.map((value) => ({ value, text: common(value) }))}
      />
      <SelectField
        name="timeZone"
        label={t("timeZone")}
        hint={t("timeZoneHint")}
        initial={initial.timeZone ?? ""}
        options={[
          { value: "", text: t("noTimeZone") },
          ...zones.map((value) => ({ value, text: value.replaceAll("_", " ") })),
        ]}
      />
      <SubmitButton className="justify-self-start" pending={pending} pendingText={t("saving")}>
        {t("save")}
      </SubmitButton>
    </form>
  );
}
