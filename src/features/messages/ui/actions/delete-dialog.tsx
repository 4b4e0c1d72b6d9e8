"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { Message } from "../../dto";
import { useLive } from "../live-context";

/** Asks before somebody else's message is deleted, with a reason for the record. */
export function DeleteDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const personName = usePersonName();
  const t = useTranslations("chat.acts");
  const problem = useProblem();
  const { client } = trpc.useUtils();
  const { applyMessage } = useLive();
  const confirm = async (reason: string) => {
    const { conversationId, id: messageId } = message;
    try {
      const input = { conversationId, messageId, reason: reason || undefined };
      applyMessage(await client.messages.delete.mutate(input), false);
    } catch (error) {
      return problem(error).text;
    }
    return undefined;
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("deleteTitle", { name: personName(message.author) })}
      description={t("deleteMeaning")}
      confirmText={t("delete")}
      pendingText={t("deleting")}
      destructive
      reason="optional"
      onConfirm={confirm}
    />
  );
}
