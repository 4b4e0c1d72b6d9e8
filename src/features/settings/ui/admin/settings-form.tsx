"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form-field";
import type { FormOutcome } from "@/components/form-outcome";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { FieldLegend, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { UnsavedChangesGuard } from "@/components/unsaved-changes-guard";
import { useValidatedForm } from "@/components/use-validated-form";
import type { Settings } from "../../dto";
import type { UpdateSettingsInput } from "../../input";
import { settingsRegistry as registry } from "../../registry";
import { NumberSettingField } from "./number-setting-field";
import { SecondFactorFields } from "./second-factor-fields";
import {
  changedSettings,
  numberSettingGroups,
  settingsDraft,
  settingsFormValues,
} from "./settings-form-values";
import { SignUpPolicyField } from "./sign-up-policy-field";
import { SwitchSettingField } from "./switch-setting-field";

/** The instance's settings; `save` sends those that were changed. */
export function SettingsForm({
  initial,
  save,
}: {
  initial: Settings;
  save: (changes: UpdateSettingsInput) => Promise<FormOutcome>;
}) {
  const t = useTranslations("admin.settings");
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(settingsDraft(initial));
  const change = (part: Partial<typeof draft>) => setDraft((held) => ({ ...held, ...part }));
  const unsaved = JSON.stringify(draft) !== JSON.stringify(settingsDraft(saved));

  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: settingsFormValues,
    invalid: { apiOrigins: t("apiOriginsInvalid") },
    action: async (wanted) => {
      const outcome = await save(changedSettings(saved, wanted));
      if (outcome.ok) {
        setSaved({ ...saved, ...wanted });
        setDraft(settingsDraft(wanted));
        void notify("success", t("saved"));
      }
      return outcome;
    },
  });

  return (
    <form {...formProps} className="grid gap-8 [&>*]:max-w-2xl">
      <UnsavedChangesGuard unsaved={unsaved && !pending} />
      <FormProblem problem={problem} />
      <FormField
        label={t("instanceName")}
        hint={`${t("instanceNameHint")} ${t("default", { value: registry.instanceName.initial })}`}
        error={errors.instanceName}
      >
        {(control) => (
          <Input
            {...control}
            name="instanceName"
            autoComplete="off"
            dir="auto"
            value={draft.instanceName}
            onChange={(event) => change({ instanceName: event.target.value })}
          />
        )}
      </FormField>
      <SignUpPolicyField value={draft.signUpPolicy} onChange={(signUpPolicy) => change({ signUpPolicy })} />
      <SwitchSettingField
        name="requireVerifiedEmail"
        value={draft.requireVerifiedEmail}
        onChange={(requireVerifiedEmail) => change({ requireVerifiedEmail })}
      />
      <SwitchSettingField
        name="linkPreviews"
        value={draft.linkPreviews}
        onChange={(linkPreviews) => change({ linkPreviews })}
      />
      <FormField label={t("apiOrigins")} hint={t("apiOriginsHint")} error={errors.apiOrigins}>
        {(control) => (
          <Textarea
            {...control}
            name="apiOrigins"
            rows={2}
            dir="ltr"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="https://app.example.org"
            value={draft.apiOrigins}
            onChange={(event) => change({ apiOrigins: event.target.value })}
          />
        )}
      </FormField>
      <SecondFactorFields draft={draft} onChange={change} />
      {(Object.keys(numberSettingGroups) as (keyof typeof numberSettingGroups)[]).map((group) => (
        <FieldSet key={group}>
          <FieldLegend>{t(`group.${group}`)}</FieldLegend>
          {numberSettingGroups[group].map((name) => (
            <NumberSettingField
              key={name}
              name={name}
              error={errors[name]}
              value={draft[name]}
              onChange={(value) => change({ [name]: value })}
            />
          ))}
        </FieldSet>
      ))}
      <div className="sticky bottom-0 -mx-4 flex max-w-none! flex-wrap items-center gap-x-4 gap-y-2 border-t bg-background/95 px-4 py-3 backdrop-blur-sm md:-mx-8 md:px-8">
        <SubmitButton pending={pending} pendingText={t("saving")}>
          {t("save")}
        </SubmitButton>
        <p role="status" className="text-muted-foreground text-sm">
          {unsaved ? t("changed") : t("unchanged")}
        </p>
      </div>
    </form>
  );
}
