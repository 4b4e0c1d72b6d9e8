"use client";

import { FormField } from "@/components/form-field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

/** A setting that is one of a few words. */
export function ChoiceSettingField<Option extends string>({
  label,
  hint,
  options,
  textOf,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  options: Option[];
  textOf: (option: Option) => string;
  value: Option;
  onChange: (value: Option) => void;
}) {
  return (
    <FormField label={label} hint={hint}>
      {(control) => (
        <Select value={value} onValueChange={(chosen) => onChange(chosen as Option)}>
          <SelectTrigger {...control} className="w-full max-w-md">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {options.map((option) => (
              <SelectItem key={option} value={option}>
                {textOf(option)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </FormField>
  );
}
