"use client";

import { XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { type Filter, filterText } from "./filter-field";

/** What a list is narrowed by, each with the way to drop it. */
export function FilterChips({
  filters,
  values,
  onChange,
}: {
  filters: Filter[];
  values: Record<string, string>;
  onChange: (id: string, value: null) => void;
}) {
  const t = useTranslations("table");
  const set = filters.filter(({ id }) => id in values);
  if (set.length === 0) return null;
  return (
    <ul aria-label={t("filters")} className="flex flex-wrap gap-1.5">
      {set.map((filter) => {
        const text = `${filter.label}: ${filterText(filter, values[filter.id] ?? "")}`;
        return (
          <li key={filter.id}>
            <Button
              variant="secondary"
              size="sm"
              className="h-7 gap-1.5 rounded-full px-3 font-normal text-xs"
              aria-label={t("dropFilter", { filter: text })}
              onClick={() => onChange(filter.id, null)}
            >
              {text}
              <XIcon aria-hidden="true" className="size-3.5" />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
