"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { Settings } from "../../dto";
import { settingsRegistry } from "../../registry";
import { useSaveSettings } from "./use-save-settings";

/** The rules for reading private conversations. */
export function PrivacyForm({ initial }: { initial: Settings }) {
  const t = useTranslations("instance.privacy");
  const instance = useTranslations("instance");
  const id = useId();
  const { save, pending, problem } = useSaveSettings();
  const [second, setSecond] = useState(initial.breakGlassNeedsSecondAdmin);
  const [tells, setTells] = useState(initial.breakGlassTellsOwners);
  return (
    <form
      className="grid max-w-2xl gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void save({ breakGlassNeedsSecondAdmin: second, breakGlassTellsOwners: tells });
      }}
    >
      <div className="flex items-start gap-3">
        <Switch
          id={`${id}-second`}
          aria-describedby={`${id}-hint`}
          checked={second}
          onCheckedChange={setSecond}
          className="mt-0.5"
        />
        <div className="grid gap-1">
          <Label htmlFor={`${id}-second`}>{t("second")}</Label>
          <p id={`${id}-hint`} className="text-muted-foreground text-sm">
            {t("secondHint")}
          </p>
        </div>
      </div>
      <FormField label={t("tells")} hint={t("tellsHint")}>
        {(control) => (
          <Select value={tells} onValueChange={(value) => setTells(value as typeof tells)}>
            <SelectTrigger {...control} className="w-full max-w-md">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {settingsRegistry.breakGlassTellsOwners.value.options.map((each) => (
                <SelectItem key={each} value={each}>
                  {t(`when.${each}`)}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
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
