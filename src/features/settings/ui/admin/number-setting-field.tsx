"use client";

import { useFormatter, useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { Input } from "@/components/ui/input";
import { settingsRegistry } from "../../registry";
import type { FormNumberKey } from "./settings-form-values";

/** A setting that is a whole number, with its bounds and its default. */
export function NumberSettingField({
  name,
  error,
  value,
  onChange,
}: {
  name: FormNumberKey;
  error?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("admin.settings");
  const format = useFormatter();
  const { value: schema, initial } = settingsRegistry[name];
  const bounds = { minimum: schema.minValue ?? 0, maximum: schema.maxValue ?? 0 };
  return (
    <FormField
      label={t(`number.${name}`)}
      hint={`${t(`number.${name}Hint`)} ${t("range", bounds)} ${t("default", { value: format.number(initial) })}`}
      error={error}
    >
      {(control) => (
        <Input
          {...control}
          name={name}
          autoComplete="off"
          inputMode="numeric"
          dir="ltr"
          className="max-w-40 tabular-nums"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  );
}
