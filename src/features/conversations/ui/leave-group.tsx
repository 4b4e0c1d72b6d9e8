"use client";

import { LogOutIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { refusalOf } from "@/trpc/use-refusal-text";
import { withoutConversation } from "../conversation-list";
import { conversationListInput } from "../conversation-list-input";
import { listPath } from "../conversation-path";
import type { ConversationSummary } from "../dto";
import { goTo } from "./go-to";

const ConfirmDialog = dynamic(() => import("@/components/confirm-dialog").then((m) => m.ConfirmDialog), {
  ssr: false,
});
const SuccessorDialog = dynamic(() => import("./successor-dialog").then((m) => m.SuccessorDialog), {
  ssr: false,
});

/** Leaves a group after asking; what that means depends on whether one can come back. */
export function LeaveGroup({
  conversation: { id, visibility },
  name,
  ownId,
}: {
  conversation: ConversationSummary;
  name: string;
  ownId: string;
}) {
  const t = useTranslations("conversations.leave");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState(false);
  const [lastOwner, setLastOwner] = useState(false);
  const leave = trpc.conversations.leave.useMutation();
  const leaveNow = async (successorId?: string) => {
    await leave.mutateAsync({ conversationId: id, successorId });
    goTo(listPath);
    utils.conversations.list.setData(conversationListInput, (list) => list && withoutConversation(list, id));
  };
  const confirm = async () => {
    try {
      await leaveNow();
    } catch (error) {
      if (refusalOf(error)?.appCode !== "LAST_OWNER") return problem(error).text;
      setLastOwner(true);
    }
    return undefined;
  };
  return (
    <div className="border-t p-4">
      <Button
        variant="ghost"
        className="w-full justify-start text-destructive hover:text-destructive"
        onClick={() => setAsking(true)}
      >
        <LogOutIcon aria-hidden="true" className="rtl:rotate-180" />
        {t("open")}
      </Button>
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={setAsking}
          title={t("title", { name })}
          description={visibility === "public" ? t("publicMeaning") : t("privateMeaning")}
          confirmText={t("confirm")}
          pendingText={t("leaving")}
          destructive
          onConfirm={confirm}
        />
      )}
      {lastOwner && (
        <SuccessorDialog
          conversationId={id}
          name={name}
          ownId={ownId}
          leave={leaveNow}
          onClose={() => setLastOwner(false)}
        />
      )}
    </div>
  );
}
