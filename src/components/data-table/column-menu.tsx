"use client";

import { Columns3Icon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";

/** Chooses the columns of a list; cards on phones leave the same ones out. */
export function ColumnMenu({
  choices,
  choose,
}: {
  choices: { id: string; label: string; shown: boolean }[];
  choose: (id: string, shown: boolean) => void;
}) {
  const t = useTranslations("table");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" size="sm">
          <Columns3Icon aria-hidden="true" />
          {t("columns")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {choices.map(({ id, label, shown }) => (
          <DropdownMenuCheckboxItem
            key={id}
            checked={shown}
            onCheckedChange={(checked) => choose(id, checked)}
            onSelect={(event) => event.preventDefault()}
          >
            {label}
          </DropdownMenuCheckboxItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
