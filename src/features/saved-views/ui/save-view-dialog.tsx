"use client";

import { useTranslations } from "next-intl";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useReturnFocus } from "@/components/use-return-focus";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Asks under which name a list's view is to be kept. */
export function SaveViewDialog({
  list,
  search,
  onClose,
}: {
  list: string;
  search: string;
  onClose: () => void;
}) {
  const t = useTranslations("table.views");
  const problemOf = useProblem();
  const returnFocus = useReturnFocus();
  const utils = trpc.useUtils();
  const { mutate, error, isPending } = trpc.savedViews.save.useMutation({
    onSuccess: ({ name }) => {
      void utils.savedViews.list.invalidate({ list });
      void notify("success", t("saved", { name }));
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && !isPending && onClose()}>
      <DialogContent {...returnFocus}>
        <DialogHeader>
          <DialogTitle>{t("saveTitle")}</DialogTitle>
          <DialogDescription>{t("saveDescription")}</DialogDescription>
        </DialogHeader>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
            if (name && !isPending) mutate({ list, name, search });
          }}
        >
          <FormField label={t("name")}>
            {(control) => <Input {...control} name="name" required maxLength={60} autoComplete="off" />}
          </FormField>
          <FormProblem problem={error ? problemOf(error) : undefined} />
          <DialogActions>
            <SubmitButton pending={isPending} pendingText={t("saving")}>
              {t("confirm")}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
