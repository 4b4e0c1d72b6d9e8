"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field, FieldContent, FieldDescription, FieldLabel } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { settingsRegistry } from "../../registry";
import type { PlainSwitchKey } from "./settings-form-values";

/** A setting that is on or off, with its default. */
export function SwitchSettingField({
  name,
  value,
  onChange,
}: {
  name: PlainSwitchKey;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("admin.settings");
  const id = useId();
  const initial = t(settingsRegistry[name].initial ? "on" : "off");
  return (
    <Field orientation="horizontal">
      <FieldContent>
        <FieldLabel htmlFor={id}>{t(`switch.${name}`)}</FieldLabel>
        <FieldDescription id={`${id}-hint`} className="text-xs">
          {t(`switch.${name}Hint`)} {t("default", { value: initial })}
        </FieldDescription>
      </FieldContent>
      <input type="hidden" name={name} value={value} />
      <Switch
        id={id}
        aria-describedby={`${id}-hint`}
        checked={value === "true"}
        onCheckedChange={(checked) => onChange(String(checked))}
      />
    </Field>
  );
}
