"use client";

import { useFormatter, useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { Input } from "@/components/ui/input";
import { settingsRegistry as registry } from "../../registry";

type Props = {
  name: "messageMaximumLength" | "messageDeletionMinutes" | "mentionEveryoneMaximumMembers";
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
};

/** A setting that is a whole number, with its bounds and default said before anything is entered. */
export function NumberSettingField({ name, value, error, onChange }: Props) {
  const t = useTranslations("admin.settings");
  const format = useFormatter();
  const setting = registry[name];
  const bounds = { minimum: setting.value.minValue ?? 0, maximum: setting.value.maxValue ?? 0 };
  return (
    <FormField
      label={t(name)}
      hint={`${t(`${name}Hint`, bounds)} ${t("default", { value: format.number(setting.initial) })}`}
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
