"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { useReturnFocus } from "@/components/use-return-focus";
import type { UserSummary } from "@/features/users/dto";
import { PeopleCombobox } from "@/features/users/ui/people-combobox";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { addedMembersMaximum } from "../limits";
import { toggled } from "./toggled";
import { useMembers } from "./use-members";

/** Adds people to a group; those who are in it already cannot be chosen. */
export function AddMembersDialog({
  conversationId,
  name,
  onClose,
}: {
  conversationId: string;
  name: string;
  onClose: () => void;
}) {
  const returnFocus = useReturnFocus();
  const t = useTranslations("conversations.addMembers");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const [people, setPeople] = useState<UserSummary[]>([]);
  const { members } = useMembers(conversationId);
  const add = trpc.conversations.addMembers.useMutation({
    onSuccess() {
      void utils.conversations.members.invalidate({ conversationId });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (people.length > 0 && !add.isPending) add.mutate({ conversationId, userIds: people.map((p) => p.id) });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && !add.isPending && onClose()}>
      <DialogContent {...returnFocus}>
        <DialogHeader>
          <DialogTitle>{t("title", { name })}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} className="grid min-w-0 gap-4">
          <FormProblem problem={add.error ? problem(add.error) : undefined} />
          <PeopleCombobox
            label={t("people")}
            autoFocus
            chosen={people}
            unavailable={{ ids: new Set(members?.map((m) => m.id)), reason: t("alreadyMember") }}
            onToggle={(person) => setPeople(toggled(people, person, addedMembersMaximum))}
          />
          <DialogActions>
            <SubmitButton pending={add.isPending} pendingText={t("adding")} disabled={people.length === 0}>
              {t("add", { count: people.length })}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
