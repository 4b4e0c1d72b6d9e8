"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SwitchRow } from "@/components/switch-row";
import type { Settings } from "../../dto";
import { settingsRegistry as registry } from "../../registry";
import { ChoiceSettingField } from "./choice-setting-field";
import { SaveForm } from "./save-form";
import { changedSettings } from "./settings-form-values";
import { useSaveSettings } from "./use-save-settings";

/** How people are told of things until they choose for themselves. */
export function NotificationDefaultsForm({ initial, mailIsOn }: { initial: Settings; mailIsOn: boolean }) {
  const t = useTranslations("instance.notifications");
  const common = useTranslations("admin.settings");
  const { save, ...saving } = useSaveSettings();
  const [wanted, setWanted] = useState({
    initialNotificationLevel: initial.initialNotificationLevel,
    initialSounds: initial.initialSounds,
    initialPushText: initial.initialPushText,
    initialDigest: initial.initialDigest,
  });
  const change = (part: Partial<typeof wanted>) => setWanted((held) => ({ ...held, ...part }));
  const changes = changedSettings(initial, wanted);
  const byDefault = (key: "initialSounds" | "initialPushText") =>
    common("default", { value: common(registry[key].initial ? "on" : "off") });
  return (
    <SaveForm saving={saving} changes={changes} onSave={() => void save(changes)}>
      <ChoiceSettingField
        label={t("level")}
        hint={`${t("levelHint")} ${common("default", { value: t(`levels.${registry.initialNotificationLevel.initial}`) })}`}
        options={registry.initialNotificationLevel.value.options}
        textOf={(option) => t(`levels.${option}`)}
        value={wanted.initialNotificationLevel}
        onChange={(initialNotificationLevel) => change({ initialNotificationLevel })}
      />
      <SwitchRow
        label={t("sounds")}
        description={`${t("soundsHint")} ${byDefault("initialSounds")}`}
        checked={wanted.initialSounds}
        onChange={(initialSounds) => change({ initialSounds })}
      />
      <SwitchRow
        label={t("text")}
        description={`${t("textHint")} ${byDefault("initialPushText")}`}
        checked={wanted.initialPushText}
        onChange={(initialPushText) => change({ initialPushText })}
      />
      {!mailIsOn && <p className="rounded-md border bg-muted px-3 py-2 text-sm">{t("mailOff")}</p>}
      <ChoiceSettingField
        label={t("digest")}
        hint={`${t("digestHint")} ${common("default", { value: t(`digests.${registry.initialDigest.initial}`) })}`}
        options={registry.initialDigest.value.options}
        textOf={(option) => t(`digests.${option}`)}
        value={wanted.initialDigest}
        onChange={(initialDigest) => change({ initialDigest })}
      />
    </SaveForm>
  );
}
