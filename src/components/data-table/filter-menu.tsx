"use client";

import { ListFilterIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { type Filter, FilterField } from "./filter-field";

/** Narrows a list; each choice counts at once. */
export function FilterMenu({
  filters,
  values,
  onChange,
}: {
  filters: Filter[];
  values: Record<string, string>;
  onChange: (id: string, value: string | null) => void;
}) {
  const t = useTranslations("table");
  const count = filters.filter(({ id }) => id in values).length;
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="outline" size="sm">
          <ListFilterIcon aria-hidden="true" />
          {t("filters")}
          {count > 0 && <Badge className="px-1.5 tabular-nums">{count}</Badge>}
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="start"
        aria-label={t("filters")}
        className="grid max-h-(--radix-popover-content-available-height) w-72 gap-4 overflow-y-auto"
      >
        {filters.map((filter) => (
          <FilterField
            key={filter.id}
            filter={filter}
            value={values[filter.id]}
            onChange={(value) => onChange(filter.id, value)}
          />
        ))}
      </PopoverContent>
    </Popover>
  );
}
