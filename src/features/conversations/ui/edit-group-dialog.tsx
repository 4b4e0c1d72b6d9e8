"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { withDetails } from "../conversation-list";
import { conversationListInput } from "../conversation-list-input";
import type { ConversationSummary } from "../dto";
import { canChangeVisibility } from "../policy";
import { GroupSettingsFields } from "./group-settings-fields";
import { readGroupSettings } from "./read-group-settings";

/** Names and describes a group, says who may find it and who may write how often. */
export function EditGroupDialog({ group, onClose }: { group: ConversationSummary; onClose: () => void }) {
  const t = useTranslations("groups.manage");
  const common = useTranslations("common");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const [missing, setMissing] = useState(false);
  const update = trpc.conversations.update.useMutation({
    onSuccess(details) {
      utils.conversations.list.setData(conversationListInput, (list) => list && withDetails(list, details));
      onClose();
    },
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (update.isPending) return;
    const wanted = readGroupSettings(event.currentTarget);
    setMissing(wanted.name === "");
    if (wanted.name === "") return;
    update.mutate({
      conversationId: group.id,
      ...wanted,
      visibility: wanted.visibility === group.visibility ? undefined : wanted.visibility,
    });
  };

  return (
    <Dialog open onOpenChange={(open) => !open && !update.isPending && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("edit")}</DialogTitle>
          <DialogDescription>{t("editDescription")}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} noValidate className="grid min-w-0 gap-4">
          <FormProblem problem={update.error ? problem(update.error) : undefined} />
          <GroupSettingsFields
            group={group}
            mayChangeVisibility={canChangeVisibility(group)}
            nameError={missing ? common("validation.required") : undefined}
          />
          <DialogActions>
            <SubmitButton pending={update.isPending} pendingText={t("saving")}>
              {t("save")}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
