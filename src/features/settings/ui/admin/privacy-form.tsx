"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { SwitchRow } from "@/components/switch-row";
import type { Settings } from "../../dto";
import { settingsRegistry } from "../../registry";
import { ChoiceSettingField } from "./choice-setting-field";
import { useSaveSettings } from "./use-save-settings";

/** The rules for reading private conversations. */
export function PrivacyForm({ initial }: { initial: Settings }) {
  const t = useTranslations("instance.privacy");
  const instance = useTranslations("instance");
  const { save, pending, problem } = useSaveSettings();
  const [second, setSecond] = useState(initial.breakGlassNeedsSecondAdmin);
  const [tells, setTells] = useState(initial.breakGlassTellsOwners);
  return (
    <form
      className="grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void save({ breakGlassNeedsSecondAdmin: second, breakGlassTellsOwners: tells });
      }}
    >
      <SwitchRow label={t("second")} description={t("secondHint")} checked={second} onChange={setSecond} />
      <ChoiceSettingField
        label={t("tells")}
        hint={t("tellsHint")}
        options={settingsRegistry.breakGlassTellsOwners.value.options}
        textOf={(option) => t(`when.${option}`)}
        value={tells}
        onChange={setTells}
      />
      <FormProblem problem={problem} />
      <div>
        <SubmitButton pending={pending} pendingText={instance("saving")}>
          {instance("save")}
        </SubmitButton>
      </div>
    </form>
  );
}
