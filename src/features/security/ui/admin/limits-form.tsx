"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { FieldLegend, FieldSet } from "@/components/ui/field";
import { UnsavedChangesGuard } from "@/components/unsaved-changes-guard";
import { useValidatedForm } from "@/components/use-validated-form";
import type { Settings } from "@/features/settings/dto";
import { securityNumbers } from "@/features/settings/security-numbers";
import { submitted, trpcClient } from "@/trpc/client";
import type { RateLimitRule } from "../../rate-limit-rules";
import { LimitField } from "./limit-field";
import { limitsDraft, limitsValues, ruleOf, type SecurityNumber } from "./limits-values";

/**
 * The numbers behind rate limits and suspicion; only those that were changed are sent. What another administrator
 * changes meanwhile is shown, but for what is being changed here.
 */
export function LimitsForm({
  current,
  refused,
  onSaved,
}: {
  current: Settings;
  /** how often each rule refused somebody within a day */
  refused: Map<RateLimitRule, number>;
  onSaved: (settings: Settings) => void;
}) {
  const t = useTranslations("security.limits");
  const [typed, setTyped] = useState<Partial<Record<SecurityNumber, string>>>({});
  const draft = { ...limitsDraft(current), ...typed };
  const unsaved = JSON.stringify(draft) !== JSON.stringify(limitsDraft(current));
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: limitsValues,
    action: async (wanted) => {
      const changes = Object.entries(wanted).filter(
        ([key, value]) => current[key as SecurityNumber] !== value,
      );
      const call = trpcClient.admin.settings.update.mutate(Object.fromEntries(changes));
      const outcome = await submitted(call);
      if (outcome.ok) {
        onSaved(await call);
        setTyped({});
        void notify("success", t("saved"));
      }
      return outcome;
    },
  });
  return (
    <form {...formProps} className="grid gap-8">
      <UnsavedChangesGuard unsaved={unsaved && !pending} />
      <FormProblem problem={problem} />
      {(Object.keys(securityNumbers) as (keyof typeof securityNumbers)[]).map((group) => (
        <FieldSet key={group}>
          <FieldLegend>{t(`group.${group}`)}</FieldLegend>
          <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
            {securityNumbers[group].map((name) => {
              const rule = ruleOf(name);
              return (
                <LimitField
                  key={name}
                  name={name}
                  value={draft[name]}
                  error={errors[name]}
                  refusals={rule ? (refused.get(rule) ?? 0) : null}
                  onChange={(value) => setTyped((held) => ({ ...held, [name]: value }))}
                />
              );
            })}
          </div>
        </FieldSet>
      ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
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
