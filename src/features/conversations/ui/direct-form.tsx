"use client";

import { useTranslations } from "next-intl";
import { DialogActions } from "@/components/dialog-actions";
import { FormProblem } from "@/components/form-problem";
import { PeopleCombobox } from "@/features/users/ui/people-combobox";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { useOpenedConversation } from "./use-opened-conversation";

/** Choosing a person opens the conversation with them. */
export function DirectForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("conversations.new");
  const problem = useProblem();
  const showOpened = useOpenedConversation();
  const open = trpc.conversations.openDirect.useMutation({
    onSuccess(conversation) {
      showOpened(conversation);
      onDone();
    },
  });
  return (
    <div className="grid gap-3">
      <FormProblem problem={open.error ? problem(open.error) : undefined} />
      <PeopleCombobox
        label={t("person")}
        autoFocus
        onToggle={({ id }) => !open.isPending && open.mutate({ userId: id })}
      />
      <DialogActions />
    </div>
  );
}
