"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { UnsavedChangesGuard } from "@/components/unsaved-changes-guard";
import type { UpdateSettingsInput } from "../../input";
import type { useSaveSettings } from "./use-save-settings";

/** Fields of a page of Settings, what went wrong, and the button that saves what was changed. */
export function SaveForm({
  saving: { pending, problem },
  changes,
  onSave,
  children,
}: {
  saving: Pick<ReturnType<typeof useSaveSettings>, "pending" | "problem">;
  /** what is not saved yet: whoever leaves the page with that is asked first */
  changes: UpdateSettingsInput;
  onSave: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("instance");
  return (
    <form
      noValidate
      className="grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) onSave();
      }}
    >
      <UnsavedChangesGuard unsaved={Object.keys(changes).length > 0 && !pending} />
      {children}
      <FormProblem problem={problem} />
      <div>
        <SubmitButton pending={pending} pendingText={t("saving")}>
          {t("save")}
        </SubmitButton>
      </div>
    </form>
  );
}
