"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { SwitchRow } from "@/components/switch-row";
import { UnsavedChangesGuard } from "@/components/unsaved-changes-guard";
import type { Settings } from "../../dto";
import { settingsRegistry as registry } from "../../registry";
import { ChoiceSettingField } from "./choice-setting-field";
import { changedSettings } from "./settings-form-values";
import { useSaveSettings } from "./use-save-settings";

/** How people are told of things until they choose for themselves. */
export function NotificationDefaultsForm({ initial, mailIsOn }: { initial: Settings; mailIsOn: boolean }) {
  const t = useTranslations("instance.notifications");
  const instance = useTranslations("instance");
  const common = useTranslations("admin.settings");
  const { save, pending, problem } = useSaveSettings();
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
    <form
      className="grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void save(changes);
      }}
    >
      <UnsavedChangesGuard unsaved={Object.keys(changes).length > 0 && !pending} />
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
      <FormProblem problem={problem} />
      <div>
        <SubmitButton pending={pending} pendingText={instance("saving")}>
          {instance("save")}
        </SubmitButton>
      </div>
    </form>
  );
}
