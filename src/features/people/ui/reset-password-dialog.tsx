"use client";

import { useTranslations } from "next-intl";
import { CopyField } from "@/components/copy-field";
import { DialogActions } from "@/components/dialog-actions";
import { FormProblem } from "@/components/form-problem";
import { FormattedTime } from "@/components/formatted-time";
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
import { usePersonName } from "@/components/use-person-name";
import { useReturnFocus } from "@/components/use-return-focus";
import type { AdminUser } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Has somebody choose a new password: by mail, or by a link that is shown this once. */
export function ResetPasswordDialog({ person, onClose }: { person: AdminUser; onClose: () => void }) {
  const personName = usePersonName();
  const t = useTranslations("people.reset");
  const problemOf = useProblem();
  const returnFocus = useReturnFocus();
  const { mutate, data, error, isPending } = trpc.admin.users.resetPassword.useMutation();
  const name = personName(person);
  return (
    <Dialog open onOpenChange={(open) => !open && !isPending && onClose()}>
      <DialogContent {...returnFocus}>
        <DialogHeader>
          <DialogTitle>{t("title", { name })}</DialogTitle>
          <DialogDescription>
            {data ? t(data.url ? "handOn" : "mailed", { name }) : t("description")}
          </DialogDescription>
        </DialogHeader>
        {data?.url && <CopyField label={t("link")} value={data.url} />}
        {data && (
          <p className="text-muted-foreground text-sm">
            {t("validUntil")} <FormattedTime value={data.validUntil} />
          </p>
        )}
        <FormProblem problem={error ? problemOf(error) : undefined} />
        {data ? (
          <DialogFooter>
            <DialogClose asChild>
              <Button>{t("done")}</Button>
            </DialogClose>
          </DialogFooter>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              event.stopPropagation();
              if (!isPending) mutate({ userId: person.id });
            }}
          >
            <DialogActions>
              <SubmitButton pending={isPending} pendingText={t("making")}>
                {t("make")}
              </SubmitButton>
            </DialogActions>
          </form>
        )}
      </DialogContent>
    </Dialog>
  );
}
