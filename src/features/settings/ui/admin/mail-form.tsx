"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { UnsavedChangesGuard } from "@/components/unsaved-changes-guard";
import type { Settings } from "../../dto";
import { settingsRegistry } from "../../registry";
import { changedSettings } from "./settings-form-values";
import { useSaveSettings } from "./use-save-settings";

/** What is added to every mail of the instance. */
export function MailForm({ initial }: { initial: Settings }) {
  const t = useTranslations("instance.mail");
  const instance = useTranslations("instance");
  const { save, pending, problem } = useSaveSettings();
  const [mailReplyTo, setReplyTo] = useState(initial.mailReplyTo);
  const [mailFooter, setFooter] = useState(initial.mailFooter);
  const [invalid, setInvalid] = useState(false);
  const wanted = { mailReplyTo: mailReplyTo.trim(), mailFooter: mailFooter.trim() };
  const changes = changedSettings(initial, wanted);
  return (
    <form
      noValidate
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        const valid = settingsRegistry.mailReplyTo.value.safeParse(wanted.mailReplyTo).success;
        setInvalid(!valid);
        if (valid && !pending) void save(changes);
      }}
    >
      <UnsavedChangesGuard unsaved={Object.keys(changes).length > 0 && !pending} />
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
      <FormProblem problem={problem} />
      <div>
        <SubmitButton pending={pending} pendingText={instance("saving")}>
          {instance("save")}
        </SubmitButton>
      </div>
    </form>
  );
}
