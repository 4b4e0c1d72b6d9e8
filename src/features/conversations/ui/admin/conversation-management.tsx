"use client";

import { PencilIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { type ConversationAction, oppositeAction } from "../../admin-input";
import type { AdminConversationDetail } from "../../dto";
import { actionIcons, offeredActions } from "./conversation-actions";
import { ConversationSettingsDialog } from "./conversation-settings-dialog";
import { stateOf } from "./conversation-state";
import { useConversationAct } from "./use-conversation-act";

/** What an administrator can make of one group. */
export function ConversationManagement({ conversation }: { conversation: AdminConversationDetail }) {
  const t = useTranslations("oversight.conversations");
  const act = useConversationAct(conversation.id);
  const [asked, setAsked] = useState<ConversationAction | "edit">();
  const acts = {
    archive: trpc.admin.conversations.archive.useMutation(),
    unarchive: trpc.admin.conversations.unarchive.useMutation(),
    delete: trpc.admin.conversations.delete.useMutation(),
    restore: trpc.admin.conversations.restore.useMutation(),
  };
  if (conversation.kind === "direct") {
    return <p className="text-muted-foreground text-sm">{t("directManagement")}</p>;
  }
  const state = stateOf(conversation);
  const conversationId = conversation.id;
  const run = (action: ConversationAction, reason: string) =>
    act(
      () => acts[action].mutateAsync({ conversationId, reason }),
      t(`act.${action}.done`),
      () => acts[oppositeAction[action]].mutateAsync({ conversationId, reason: t("undoReason", { reason }) }),
    );
  return (
    <div className="mt-auto flex flex-wrap gap-2 border-t pt-4">
      {state === "living" && (
        <Button size="sm" variant="outline" onClick={() => setAsked("edit")}>
          <PencilIcon aria-hidden="true" />
          {t("edit.open")}
        </Button>
      )}
      {offeredActions[state].map((action) => {
        const Icon = actionIcons[action];
        return (
          <Button
            key={action}
            size="sm"
            variant={action === "delete" ? "destructive" : "outline"}
            onClick={() => setAsked(action)}
          >
            <Icon aria-hidden="true" />
            {t(`bulk.${action}.name`)}
          </Button>
        );
      })}
      {asked === "edit" && (
        <ConversationSettingsDialog conversation={conversation} onClose={() => setAsked(undefined)} />
      )}
      {asked && asked !== "edit" && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(undefined)}
          title={t(`act.${asked}.title`, { name: conversation.name ?? "" })}
          description={t(`act.${asked}.description`)}
          confirmText={t(`bulk.${asked}.name`)}
          pendingText={t("bulk.starting")}
          destructive={asked === "archive" || asked === "delete"}
          reason="required"
          onConfirm={(reason) => run(asked, reason)}
        />
      )}
    </div>
  );
}
