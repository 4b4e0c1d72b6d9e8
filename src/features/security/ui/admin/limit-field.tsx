"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { Input } from "@/components/ui/input";
import { settingsRegistry } from "@/features/settings/registry";
import type { SecurityNumber } from "./limits-values";

/** One number: what it means, its bounds and default, and what it did within a day. */
export function LimitField({
  name,
  value,
  error,
  refusals,
  onChange,
}: {
  name: SecurityNumber;
  value: string;
  error?: string;
  /** null: it is no rate limit */
  refusals: number | null;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("security.limits");
  const { value: schema, initial } = settingsRegistry[name];
  const range = t("range", { minimum: schema.minValue ?? 0, maximum: schema.maxValue ?? 0, value: initial });
  return (
    <FormField
      label={t(`number.${name}`)}
      error={error}
      hint={
        <>
          {t(`number.${name}Hint`)} {range}
          {refusals !== null && (
            <span className="mt-1 block font-medium text-foreground">
              {t("refusedToday", { count: refusals })}
            </span>
          )}
        </>
      }
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
