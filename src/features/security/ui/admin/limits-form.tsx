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
import { type LimitsValues, limitsDraft, limitsValues, ruleOf } from "./limits-values";

/** The numbers behind rate limits and suspicion; only those that were changed are sent. */
export function LimitsForm({
  initial,
  refused,
}: {
  initial: Settings;
  /** how often each rule refused somebody within a day */
  refused: Map<RateLimitRule, number>;
}) {
  const t = useTranslations("security.limits");
  const [saved, setSaved] = useState<LimitsValues>(initial);
  const [draft, setDraft] = useState(limitsDraft(initial));
  const unsaved = JSON.stringify(draft) !== JSON.stringify(limitsDraft(saved));
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: limitsValues,
    action: async (wanted) => {
      const changes = Object.entries(wanted).filter(
        ([key, value]) => saved[key as keyof LimitsValues] !== value,
      );
      const outcome = await submitted(trpcClient.admin.settings.update.mutate(Object.fromEntries(changes)));
      if (outcome.ok) {
        setSaved(wanted);
        setDraft(limitsDraft(wanted));
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
                  onChange={(value) => setDraft((held) => ({ ...held, [name]: value }))}
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
