"use client";

import { FormField } from "@/components/form-field";

/** A choice from a list, as the device itself shows lists: they may be long. */
export function SelectField({
  name,
  label,
  hint,
  initial,
  options,
}: {
  name: string;
  label: string;
  hint: string;
  initial: string;
  options: { value: string; text: string }[];
}) {
  return (
    <FormField label={label} hint={hint}>
      {(control) => (
        <select
          {...control}
          name={name}
          defaultValue={initial}
          className="h-9 w-full rounded-md border border-input bg-background px-3 text-sm max-md:h-11"
        >
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
