"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

/** Something by which a list can be narrowed. */
export type Filter = { id: string; label: string } & (
  | { kind: "choice"; options: { value: string; label: string }[] }
  | { kind: "day" }
  | { kind: "text"; placeholder?: string }
);

/** What a filter's value is called. */
export function filterText(filter: Filter, value: string): string {
  if (filter.kind !== "choice") return value;
  return filter.options.find((option) => option.value === value)?.label ?? value;
}

// Selects take no empty value.
const any = " ";

/** One filter with its name. Texts count once the field is left or Enter is pressed. */
export function FilterField({
  filter,
  value,
  onChange,
}: {
  filter: Filter;
  value: string | undefined;
  onChange: (value: string | null) => void;
}) {
  const t = useTranslations("table");
  const id = useId();
  const settle = (text: string) => text.trim() !== (value ?? "") && onChange(text.trim() || null);
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{filter.label}</Label>
      {filter.kind === "choice" ? (
        <Select value={value ?? any} onValueChange={(next) => onChange(next === any ? null : next)}>
          <SelectTrigger id={id} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={any}>{t("any")}</SelectItem>
            {filter.options.map((option) => (
              <SelectItem key={option.value} value={option.value}>
                {option.label}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      ) : filter.kind === "day" ? (
        <Input
          id={id}
          type="date"
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value || null)}
        />
      ) : (
        <Input
          key={value}
          id={id}
          defaultValue={value}
          placeholder={filter.placeholder}
          maxLength={200}
          onBlur={(event) => settle(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && settle(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
