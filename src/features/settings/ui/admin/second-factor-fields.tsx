"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field, FieldDescription, FieldLabel, FieldLegend, FieldSet } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { type SettingsDraft, secondFactorKeys } from "./settings-form-values";

/** Of whom the instance demands a second factor, role by role. */
export function SecondFactorFields({
  draft,
  onChange,
}: {
  draft: SettingsDraft;
  onChange: (change: Partial<SettingsDraft>) => void;
}) {
  const t = useTranslations("factors.settings");
  const id = useId();
  return (
    <FieldSet>
      <FieldLegend>{t("legend")}</FieldLegend>
      <FieldDescription>{t("legendHint")}</FieldDescription>
      {secondFactorKeys.map((key) => (
        <Field key={key} orientation="horizontal" className="justify-between">
          <FieldLabel htmlFor={`${id}-${key}`}>{t(key)}</FieldLabel>
          <input type="hidden" name={key} value={draft[key]} />
          <Switch
            id={`${id}-${key}`}
            checked={draft[key] === "true"}
            onCheckedChange={(checked) => onChange({ [key]: String(checked) })}
          />
        </Field>
      ))}
    </FieldSet>
  );
}
