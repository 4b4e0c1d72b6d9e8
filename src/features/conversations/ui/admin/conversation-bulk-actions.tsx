"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import type { Job } from "@/features/jobs/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { ConversationAction, ConversationFilter, SelectedConversations } from "../../admin-input";
import { actionIcons, offeredActions } from "./conversation-actions";

/** What can be done with the groups that are chosen; it goes on as a job. */
export function ConversationBulkActions({
  selected,
  count,
  state,
  onStarted,
}: {
  selected: SelectedConversations;
  /** how many are chosen, as far as this page knows */
  count: number;
  state: ConversationFilter["state"];
  onStarted: (job: Job) => void;
}) {
  const t = useTranslations("oversight.conversations.bulk");
  const problemOf = useProblem();
  const [asked, setAsked] = useState<ConversationAction>();
  const { mutateAsync } = trpc.admin.conversations.work.useMutation();

  const start = async (action: ConversationAction, reason: string) => {
    try {
      onStarted(await mutateAsync({ action, selected, reason }));
      return undefined;
    } catch (error) {
      return problemOf(error).text;
    }
  };

  return (
    <>
      {offeredActions[state].map((action) => {
        const Icon = actionIcons[action];
        return (
          <Button key={action} size="sm" variant="outline" onClick={() => setAsked(action)}>
            <Icon aria-hidden="true" />
            {t(`${action}.name`)}
          </Button>
        );
      })}
      {asked && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(undefined)}
          title={t(`${asked}.title`, { count })}
          description={`${t(`${asked}.description`)} ${t("note")}`}
          confirmText={t(`${asked}.name`)}
          pendingText={t("starting")}
          destructive={asked === "archive" || asked === "delete"}
          reason="required"
          onConfirm={(reason) => start(asked, reason)}
        />
      )}
    </>
  );
}
