"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { useReturnFocus } from "@/components/use-return-focus";
import { trpc } from "@/trpc/react";
import type { AdminConversationDetail } from "../../dto";
import { GroupSettingsFields } from "../group-settings-fields";
import { readGroupSettings } from "../read-group-settings";
import { useConversationAct } from "./use-conversation-act";

/** Changes what a group is, from outside and for a reason; its history says who did it. */
export function ConversationSettingsDialog({
  conversation,
  onClose,
}: {
  conversation: AdminConversationDetail;
  onClose: () => void;
}) {
  const t = useTranslations("oversight.conversations.edit");
  const common = useTranslations("common");
  const act = useConversationAct(conversation.id);
  const returnFocus = useReturnFocus();
  const update = trpc.admin.conversations.update.useMutation();
  const [missing, setMissing] = useState<"name" | "reason">();
  const [problem, setProblem] = useState<string>();
  const conversationId = conversation.id;
  const { name, description, visibility, announcementOnly, slowModeSeconds } = conversation;
  const before = { name: name ?? "", description, visibility, announcementOnly, slowModeSeconds };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (update.isPending) return;
    const form = event.currentTarget;
    const wanted = readGroupSettings(form);
    const reason = String(new FormData(form).get("reason") ?? "").trim();
    const lacking = wanted.name === "" ? "name" : reason === "" ? "reason" : undefined;
    setMissing(lacking);
    setProblem(undefined);
    if (lacking) {
      form.querySelector<HTMLElement>(`[name=${lacking}]`)?.focus();
      return;
    }
    const failure = await act(
      () => update.mutateAsync({ conversationId, ...wanted, reason }),
      t("done"),
      () => update.mutateAsync({ conversationId, ...before, reason: t("undoReason", { reason }) }),
    );
    if (failure) setProblem(failure);
    else onClose();
  };

  return (
    <Dialog open onOpenChange={(open) => !open && !update.isPending && onClose()}>
      <DialogContent {...returnFocus} className="max-h-[95dvh] overflow-y-auto">
        <DialogHeader>
          <DialogTitle>{t("title", { name: name ?? "" })}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} noValidate className="grid min-w-0 gap-4">
          <FormProblem problem={problem ? { text: problem } : undefined} />
          <GroupSettingsFields
            group={conversation}
            mayChangeVisibility
            nameError={missing === "name" ? common("validation.required") : undefined}
          />
          <FormField
            label={common("reason.label")}
            hint={common("reason.hint")}
            error={missing === "reason" ? common("validation.required") : undefined}
          >
            {(control) => <Textarea {...control} name="reason" maxLength={400} rows={2} />}
          </FormField>
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
