"use client";

import { XIcon } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { cn } from "@/lib/cn";
import type { QuietHours } from "../dto";

/** A Sunday, to name the days of the week by. */
const sunday = Date.UTC(2023, 0, 1, 12);
const dayMs = 24 * 3_600_000;
const weekFromMonday = [1, 2, 3, 4, 5, 6, 0];

/** One time of the week: its days, and from when to when. */
export function QuietHoursRow({
  number,
  hours,
  onChange,
  onRemove,
}: {
  /** Which of the person's times it is, counted from 1. */
  number: number;
  hours: QuietHours;
  onChange: (hours: QuietHours) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("notifications.settings.quiet");
  const format = useFormatter();
  const id = useId();
  const nameOf = (day: number, weekday: "short" | "long") =>
    format.dateTime(sunday + day * dayMs, { weekday, timeZone: "UTC" });
  const toggle = (day: number) => {
    const days = hours.days.includes(day) ? hours.days.filter((each) => each !== day) : [...hours.days, day];
    onChange({ ...hours, days: days.toSorted() });
  };
  return (
    <fieldset className="flex flex-wrap items-end gap-x-4 gap-y-3 rounded-md border p-3">
      <legend className="sr-only">{t("time", { number })}</legend>
      <div className="flex flex-wrap gap-1">
        {weekFromMonday.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={hours.days.includes(day)}
            aria-label={nameOf(day, "long")}
            onClick={() => toggle(day)}
            className={cn(
              "h-9 min-w-10 rounded-md border px-2 text-sm outline-none focus-visible:ring-2 focus-visible:ring-ring",
              hours.days.includes(day)
                ? "border-primary bg-primary text-primary-foreground"
                : "text-muted-foreground hover:bg-accent",
            )}
          >
            {nameOf(day, "short")}
          </button>
        ))}
      </div>
      {(["from", "to"] as const).map((end) => (
        <div key={end} className="grid gap-1">
          <Label htmlFor={`${id}-${end}`} className="text-xs">
            {t(end)}
          </Label>
          <Input
            id={`${id}-${end}`}
            type="time"
            required
            className="w-32"
            value={toClock(hours[end])}
            onChange={(event) => {
              const minutes = fromClock(event.target.value);
              if (minutes !== null) onChange({ ...hours, [end]: minutes });
            }}
          />
        </div>
      ))}
      <Button
        type="button"
        variant="ghost"
        size="icon"
        aria-label={t("remove")}
        title={t("remove")}
        onClick={onRemove}
      >
        <XIcon aria-hidden="true" />
      </Button>
    </fieldset>
  );
}

const toClock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

function fromClock(value: string): number | null {
  const [hours, minutes] = value.split(":").map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)
    ? null
    : hours * 60 + minutes;
}
