"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SwitchRow } from "@/components/switch-row";
import type { Settings } from "../../dto";
import { settingsRegistry } from "../../registry";
import { ChoiceSettingField } from "./choice-setting-field";
import { SaveForm } from "./save-form";
import { changedSettings } from "./settings-form-values";
import { useSaveSettings } from "./use-save-settings";

/** The rules for reading private conversations. */
export function PrivacyForm({ initial }: { initial: Settings }) {
  const t = useTranslations("instance.privacy");
  const { save, ...saving } = useSaveSettings();
  const [second, setSecond] = useState(initial.breakGlassNeedsSecondAdmin);
  const [tells, setTells] = useState(initial.breakGlassTellsOwners);
  const wanted = { breakGlassNeedsSecondAdmin: second, breakGlassTellsOwners: tells };
  const changes = changedSettings(initial, wanted);
  return (
    <SaveForm saving={saving} changes={changes} onSave={() => void save(changes)}>
      <SwitchRow label={t("second")} description={t("secondHint")} checked={second} onChange={setSecond} />
      <ChoiceSettingField
        label={t("tells")}
        hint={t("tellsHint")}
        options={settingsRegistry.breakGlassTellsOwners.value.options}
        textOf={(option) => t(`when.${option}`)}
        value={tells}
        onChange={setTells}
      />
    </SaveForm>
  );
}
