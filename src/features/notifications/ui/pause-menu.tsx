"use client";

import { BellIcon, BellOffIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormattedTime } from "@/components/formatted-time";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { usePause } from "../settings/ui/use-pause";

const pauseHours = [1, 4, 8, 24];

/** Do not disturb, from now until a time. */
export function PauseMenu() {
  const t = useTranslations("notifications.pause");
  const { until, pauseFor, end } = usePause();
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("title")} title={t("title")}>
          <BellOffIcon aria-hidden="true" className={until ? "text-primary" : undefined} />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-60">
        <DropdownMenuLabel>
          {t("title")}
          {until && (
            <span className="block font-normal text-muted-foreground text-xs">
              {t("until")} <FormattedTime value={until} />
            </span>
          )}
        </DropdownMenuLabel>
        {until ? (
          <DropdownMenuItem onSelect={end}>
            <BellIcon aria-hidden="true" />
            {t("end")}
          </DropdownMenuItem>
        ) : (
          pauseHours.map((hours) => (
            <DropdownMenuItem key={hours} onSelect={() => pauseFor(hours)}>
              {t("hours", { count: hours })}
            </DropdownMenuItem>
          ))
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
