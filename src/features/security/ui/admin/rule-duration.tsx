"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

const durations = ["1", "24", "168", "720", "0"] as const;
/** How many hours a rule stands; 0: until somebody removes it. */
export type RuleHours = (typeof durations)[number];

/** Chooses how long a rule stands from now on. */
export function RuleDuration({
  value,
  onChange,
}: {
  value: RuleHours;
  onChange: (value: RuleHours) => void;
}) {
  const t = useTranslations("security.rules");
  return (
    <FormField label={t("duration")}>
      {(control) => (
        <Select value={value} onValueChange={(next) => onChange(next as RuleHours)}>
          <SelectTrigger {...control} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {durations.map((each) => (
              <SelectItem key={each} value={each}>
                {t(`hours.${each}`)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </FormField>
  );
}
