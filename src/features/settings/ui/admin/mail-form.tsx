"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form-field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Settings } from "../../dto";
import { settingsRegistry } from "../../registry";
import { SaveForm } from "./save-form";
import { changedSettings } from "./settings-form-values";
import { useSaveSettings } from "./use-save-settings";

/** What is added to every mail of the instance. */
export function MailForm({ initial }: { initial: Settings }) {
  const t = useTranslations("instance.mail");
  const { save, ...saving } = useSaveSettings();
  const [mailReplyTo, setReplyTo] = useState(initial.mailReplyTo);
  const [mailFooter, setFooter] = useState(initial.mailFooter);
  const [invalid, setInvalid] = useState(false);
  const wanted = { mailReplyTo: mailReplyTo.trim(), mailFooter: mailFooter.trim() };
  const changes = changedSettings(initial, wanted);
  return (
    <SaveForm
      saving={saving}
      changes={changes}
      onSave={() => {
        const valid = settingsRegistry.mailReplyTo.value.safeParse(wanted.mailReplyTo).success;
        setInvalid(!valid);
        if (valid) void save(changes);
      }}
    >
      <FormField
        label={t("replyTo")}
        hint={t("replyToHint")}
        error={invalid ? t("replyToInvalid") : undefined}
      >
        {(control) => (
          <Input
            {...control}
            type="email"
            dir="ltr"
            autoComplete="off"
            className="max-w-sm"
            value={mailReplyTo}
            onChange={(event) => setReplyTo(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t("footer")} hint={t("footerHint")}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            rows={3}
            maxLength={500}
            value={mailFooter}
            onChange={(event) => setFooter(event.target.value)}
          />
        )}
      </FormField>
    </SaveForm>
  );
}
