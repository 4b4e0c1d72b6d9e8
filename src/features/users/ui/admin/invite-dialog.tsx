"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { CopyField } from "@/components/copy-field";
import { DialogActions } from "@/components/dialog-actions";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { usePersonName } from "@/components/use-person-name";
import { useReturnFocus } from "@/components/use-return-focus";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { AdminUser } from "../../dto";
import { usePeopleCache } from "./use-people-cache";

/** Explains what an invitation is, makes it, and shows its link this once. */
export function InviteDialog({ person, onClose }: { person: AdminUser; onClose: () => void }) {
  const personName = usePersonName();
  const t = useTranslations("admin.people");
  const format = useFormatter();
  const timeZone = useLocalTimeZone();
  const problemOf = useProblem();
  const people = usePeopleCache();
  const returnFocus = useReturnFocus();
  const [hadLink] = useState(person.invitedUntil !== null);
  const { mutate, data, error, isPending } = trpc.admin.users.invite.useMutation({
    onSuccess: ({ invitedUntil }) => people.show({ ...person, invitedUntil }),
  });
  const name = personName(person);

  return (
    <Dialog open onOpenChange={(open) => !open && !isPending && onClose()}>
      <DialogContent {...returnFocus}>
        <DialogHeader>
          <DialogTitle>{t("inviteTitle", { name })}</DialogTitle>
          <DialogDescription>
            {data
              ? t("linkReady", {
                  name,
                  time: format.dateTime(new Date(data.invitedUntil), {
                    dateStyle: "medium",
                    timeStyle: "short",
                    timeZone,
                  }),
                })
              : t("inviteDescription", { name })}
          </DialogDescription>
        </DialogHeader>
        {data ? (
          <>
            <CopyField label={t("link")} value={data.url} />
            <DialogFooter>
              <DialogClose asChild>
                <Button>{t("done")}</Button>
              </DialogClose>
            </DialogFooter>
          </>
        ) : (
          <form
            className="grid gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              if (!isPending) mutate({ userId: person.id });
            }}
          >
            {hadLink && <p className="text-sm text-warning">{t("inviteVoids")}</p>}
            <FormProblem problem={error ? problemOf(error) : undefined} />
            <DialogActions>
              <SubmitButton pending={isPending} pendingText={t("creatingLink")}>
                {t("createLink")}
              </SubmitButton>
            </DialogActions>
          </form>
        )}
      </DialogContent>
    </Dialog>
  );
}
