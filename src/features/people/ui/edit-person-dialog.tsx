"use client";

import { useTranslations } from "next-intl";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { usePersonName } from "@/components/use-person-name";
import { useReturnFocus } from "@/components/use-return-focus";
import { useValidatedForm } from "@/components/use-validated-form";
import type { AdminUser } from "@/features/users/dto";
import { submitted } from "@/trpc/client";
import { trpc } from "@/trpc/react";
import { editPersonInput } from "../input";
import { ProfileFields } from "./profile-fields";

const schema = editPersonInput.omit({ userId: true });

/** Changes somebody's names, address and words about themselves. */
export function EditPersonDialog({
  person,
  bio,
  onClose,
}: {
  person: AdminUser;
  bio: string;
  onClose: () => void;
}) {
  const personName = usePersonName();
  const t = useTranslations("people.edit");
  const returnFocus = useReturnFocus();
  const utils = trpc.useUtils();
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema,
    fieldOf: { EMAIL_TAKEN: "email", USERNAME_TAKEN: "username" },
    action: async (values) => {
      const change = { userId: person.id, ...values, email: values.email ?? "" };
      const outcome = await submitted(utils.client.admin.people.edit.mutate(change));
      if (!outcome.ok) return outcome;
      await Promise.all([
        utils.admin.people.get.invalidate({ userId: person.id }),
        utils.admin.audit.list.invalidate(),
      ]);
      void notify("success", t("saved"));
      onClose();
      return outcome;
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent {...returnFocus}>
        <form {...formProps} className="grid gap-5">
          <DialogHeader>
            <DialogTitle>{t("title", { name: personName(person) })}</DialogTitle>
            <DialogDescription>{t("description")}</DialogDescription>
          </DialogHeader>
          <ProfileFields errors={errors} initial={person} emailHint={t("emailHint")} />
          <FormField label={t("bio")} error={errors.bio}>
            {(control) => (
              <Textarea {...control} name="bio" rows={3} dir="auto" maxLength={500} defaultValue={bio} />
            )}
          </FormField>
          <FormProblem problem={problem} />
          <DialogActions>
            <SubmitButton pending={pending} pendingText={t("saving")}>
              {t("save")}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
