"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { choicePathOf, namePathOf, unitOf } from "./setting-texts";

/** What settings and their values are called where they are spoken of, in the reader's language. */
export function useSettingTexts() {
  const t = useTranslations();
  const format = useFormatter();
  const timeZone = useLocalTimeZone();
  const textAt = (path: string | null) =>
    path && t.has(path as "common.cancel") ? t(path as "common.cancel") : null;

  const numberText = (key: string, value: number) => {
    const unit = unitOf(key);
    if (unit === "characters" || unit === "members") return t(`instance.${unit}`, { count: value });
    return format.number(value, unit ? { style: "unit", unit, unitDisplay: "long" } : {});
  };
  return {
    /** Null for a setting that does not exist any more. */
    settingName: (key: string) => textAt(namePathOf(key)),
    settingValue: (key: string, value: unknown): string => {
      if (typeof value === "boolean") return t(`admin.settings.${value ? "on" : "off"}`);
      if (typeof value === "number") return numberText(key, value);
      if (value === "") return t("instance.empty");
      if (key === "maintenanceUntil" && typeof value === "string") {
        return format.dateTime(new Date(value), { dateStyle: "medium", timeStyle: "short", timeZone });
      }
      return textAt(choicePathOf(key, value)) ?? String(value);
    },
  };
}
