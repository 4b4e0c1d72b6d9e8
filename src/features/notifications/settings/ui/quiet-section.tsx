"use client";

import { PlusIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as newKey } from "uuid";
import { FormattedTime } from "@/components/formatted-time";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { AccountSection } from "@/features/sessions/ui/account-section";
import type { NotificationSettings, QuietHours } from "../dto";
import { QuietHoursRow } from "./quiet-hours-row";
import { useNotificationSettings } from "./use-notification-settings";
import { usePause } from "./use-pause";

const pauseHours = [1, 4, 8, 24];
const newRow: QuietHours = { days: [0, 1, 2, 3, 4, 5, 6], from: 22 * 60, to: 7 * 60 };
const rowLimit = 7;

/** Do not disturb: from now until a time, and every week. */
export function QuietSection() {
  const t = useTranslations("notifications");
  const { settings } = useNotificationSettings();
  const { until, pauseFor, end } = usePause();
  if (!settings) return null;
  return (
    <AccountSection title={t("settings.quiet.title")} description={t("settings.quiet.description")}>
      {until ? (
        <p className="flex flex-wrap items-center gap-3 text-sm">
          <span>
            {t("pause.until")} <FormattedTime value={until} className="font-medium" />
          </span>
          <Button variant="outline" size="sm" onClick={end}>
            {t("pause.end")}
          </Button>
        </p>
      ) : (
        <div className="flex flex-wrap gap-2">
          {pauseHours.map((hours) => (
            <Button key={hours} variant="outline" size="sm" onClick={() => pauseFor(hours)}>
              {t("pause.hours", { count: hours })}
            </Button>
          ))}
        </div>
      )}
      <WeekForm key={JSON.stringify(settings.quietHours)} settings={settings} />
    </AccountSection>
  );
}

function WeekForm({ settings }: { settings: NotificationSettings }) {
  const t = useTranslations("notifications.settings.quiet");
  const { update } = useNotificationSettings();
  const locale = useLocale();
  const timeZone = useLocalTimeZone();
  const [rows, setRows] = useState(() => settings.quietHours.map((hours) => ({ key: newKey(), hours })));
  const changed = JSON.stringify(rows.map((row) => row.hours)) !== JSON.stringify(settings.quietHours);
  const complete = rows.every((row) => row.hours.days.length > 0);
  return (
    <form
      className="grid gap-3"
      onSubmit={async (event) => {
        event.preventDefault();
        const kept = await update({ quietHours: rows.map((row) => row.hours), timeZone, locale });
        if (kept) void notify("success", t("saved"));
      }}
    >
      <p className="text-sm">{t("schedule", { timeZone })}</p>
      {rows.map(({ key, hours }, index) => (
        <QuietHoursRow
          key={key}
          number={index + 1}
          hours={hours}
          onChange={(next) => setRows(rows.map((row) => (row.key === key ? { key, hours: next } : row)))}
          onRemove={() => setRows(rows.filter((row) => row.key !== key))}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        {rows.length < rowLimit && (
          <Button
            type="button"
            variant="outline"
            size="sm"
            onClick={() => setRows([...rows, { key: newKey(), hours: newRow }])}
          >
            <PlusIcon aria-hidden="true" />
            {t("add")}
          </Button>
        )}
        {changed && (
          <Button type="submit" size="sm" disabled={!complete}>
            {t("save")}
          </Button>
        )}
      </div>
    </form>
  );
}
