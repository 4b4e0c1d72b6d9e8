"use client";

import { ConstructionIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form-field";
import { SwitchRow } from "@/components/switch-row";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Settings } from "../../dto";
import { SaveForm } from "./save-form";
import { changedSettings } from "./settings-form-values";
import { useSaveSettings } from "./use-save-settings";

const ConfirmDialog = dynamic(() => import("@/components/confirm-dialog").then((m) => m.ConfirmDialog), {
  ssr: false,
});

/** Closes the instance to everybody but administrators, and says what people are told. */
export function MaintenanceForm({ initial }: { initial: Settings }) {
  const t = useTranslations("instance.maintenance");
  const { save, ...saving } = useSaveSettings();
  const [on, setOn] = useState(initial.maintenanceMode);
  const [message, setMessage] = useState(initial.maintenanceMessage);
  const [until, setUntil] = useState(initial.maintenanceUntil);
  const [asking, setAsking] = useState(false);
  const wanted = { maintenanceMode: on, maintenanceMessage: message.trim(), maintenanceUntil: until };
  const changes = changedSettings(initial, wanted);
  return (
    <SaveForm
      saving={saving}
      changes={changes}
      onSave={() => (on && !initial.maintenanceMode ? setAsking(true) : void save(changes))}
    >
      {initial.maintenanceMode && (
        <p
          role="status"
          className="flex items-center gap-2 rounded-md bg-warning px-3 py-2 text-sm text-warning-foreground"
        >
          <ConstructionIcon aria-hidden="true" className="size-4 shrink-0" />
          {t("closed")}
        </p>
      )}
      <SwitchRow label={t("on")} description={t("onHint")} checked={on} onChange={setOn} />
      <FormField label={t("message")} hint={t("messageHint")}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            rows={3}
            maxLength={300}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t("until")} hint={t("untilHint")}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            className="max-w-64"
            value={localMinute(until)}
            onChange={({ target }) => setUntil(target.value ? new Date(target.value).toISOString() : "")}
          />
        )}
      </FormField>
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={() => setAsking(false)}
          title={t("confirmTitle")}
          description={t("confirmMeaning")}
          confirmText={t("confirm")}
          pendingText={t("closing")}
          destructive
          onConfirm={() => save(changes)}
        />
      )}
    </SaveForm>
  );
}

/** A moment as the field for it has it: in the reader's own time. */
function localMinute(iso: string): string {
  if (!iso) return "";
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
