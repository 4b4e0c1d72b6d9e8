"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { SwitchRow } from "@/components/switch-row";
import { Label } from "@/components/ui/label";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { AccountSection } from "@/features/sessions/ui/account-section";
import { useNotificationSettings } from "./use-notification-settings";

const levels = ["all", "mentions", "none"] as const;

/** What disturbs the person wherever a conversation has no level of its own, and whether it sounds. */
export function LevelSection() {
  const t = useTranslations("notifications.settings");
  const id = useId();
  const { settings, update } = useNotificationSettings();
  if (!settings) return null;
  return (
    <AccountSection title={t("level.title")} description={t("level.description")}>
      <RadioGroup
        aria-label={t("level.title")}
        value={settings.level}
        onValueChange={(value) => update({ level: levels.find((level) => level === value) })}
      >
        {levels.map((level) => (
          <div key={level} className="flex items-center gap-3">
            <RadioGroupItem value={level} id={`${id}-${level}`} />
            <Label htmlFor={`${id}-${level}`} className="font-normal leading-snug">
              {t(`level.${level}`)}
            </Label>
          </div>
        ))}
      </RadioGroup>
      <SwitchRow label={t("sounds")} checked={settings.sounds} onChange={(sounds) => update({ sounds })} />
    </AccountSection>
  );
}
