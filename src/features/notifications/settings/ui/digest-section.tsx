"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { Label } from "@/components/ui/label";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { AccountSection } from "@/features/sessions/ui/account-section";
import { usePublicSettings } from "@/features/settings/ui/use-public-settings";
import { useNotificationSettings } from "./use-notification-settings";

const rhythms = ["off", "hourly", "daily"] as const;

/** Whether and how often what was missed comes by e-mail. */
export function DigestSection() {
  const t = useTranslations("notifications.settings.digest");
  const id = useId();
  const locale = useLocale();
  const timeZone = useLocalTimeZone();
  const mailIsOn = usePublicSettings()?.mailIsOn ?? true;
  const { settings, update } = useNotificationSettings();
  if (!settings) return null;
  return (
    <AccountSection title={t("title")} description={t("description")}>
      {!mailIsOn && <p className="rounded-md border bg-muted px-3 py-2 text-sm">{t("mailOff")}</p>}
      <RadioGroup
        aria-label={t("title")}
        value={settings.digest}
        onValueChange={(value) =>
          update({ digest: rhythms.find((rhythm) => rhythm === value), timeZone, locale })
        }
      >
        {rhythms.map((rhythm) => (
          <div key={rhythm} className="flex items-center gap-3">
            <RadioGroupItem value={rhythm} id={`${id}-${rhythm}`} />
            <Label htmlFor={`${id}-${rhythm}`} className="font-normal leading-snug">
              {t(rhythm, { timeZone })}
            </Label>
          </div>
        ))}
      </RadioGroup>
    </AccountSection>
  );
}
