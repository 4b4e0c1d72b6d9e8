"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { Input } from "@/components/ui/input";

/** Until when a suspension lasts, as the field has it: a local time, or nothing for "until somebody ends it". */
export function SuspendUntil({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations("people.person");
  return (
    <FormField label={t("until")} hint={t("untilHint")}>
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          className="w-60"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  );
}

/** What the field says, for the server. */
export const untilOf = (value: string) => (value === "" ? null : new Date(value).toISOString());
