"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { usePersonName } from "@/components/use-person-name";
import { useProblem } from "@/trpc/use-problem";
import { useMembers } from "./use-members";

/** Asks the last owner who leaves whom the group belongs to from now on. */
export function SuccessorDialog({
  conversationId,
  name,
  ownId,
  leave,
  onClose,
}: {
  conversationId: string;
  name: string;
  ownId: string;
  leave: (successorId: string) => Promise<void>;
  onClose: () => void;
}) {
  const personName = usePersonName();
  const t = useTranslations("groups.successor");
  const problem = useProblem();
  const { members } = useMembers(conversationId);
  const others = members?.filter((member) => member.id !== ownId);
  const [successor, setSuccessor] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!successor || pending) return;
    setPending(true);
    await leave(successor).catch(setError);
    setPending(false);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title", { name })}</DialogTitle>
          <DialogDescription>{others?.length === 0 ? t("none") : t("description")}</DialogDescription>
        </DialogHeader>
        {others && others.length > 0 && (
          <form onSubmit={submit} className="grid gap-4">
            <FormProblem problem={error ? problem(error) : undefined} />
            <FormField label={t("label")}>
              {(control) => (
                <Select value={successor} onValueChange={setSuccessor}>
                  <SelectTrigger {...control} className="w-full">
                    <SelectValue />
                  </SelectTrigger>
                  <SelectContent>
                    {others.map((member) => (
                      <SelectItem key={member.id} value={member.id}>
                        {personName(member)}
                      </SelectItem>
                    ))}
                  </SelectContent>
                </Select>
              )}
            </FormField>
            <DialogActions>
              <SubmitButton
                variant="destructive"
                pending={pending}
                pendingText={t("leaving")}
                disabled={!successor}
              >
                {t("confirm")}
              </SubmitButton>
            </DialogActions>
          </form>
        )}
      </DialogContent>
    </Dialog>
  );
}
