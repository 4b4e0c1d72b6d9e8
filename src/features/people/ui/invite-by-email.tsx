"use client";

import { MailPlusIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { CopyField } from "@/components/copy-field";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Invites somebody who has no account: by mail where there is mail, and by a link to be handed on. */
export function InviteByEmail() {
  const t = useTranslations("people.invite");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" variant="outline">
          <MailPlusIcon aria-hidden="true" />
          {t("name")}
        </Button>
      </DialogTrigger>
      {open && <InviteForm />}
    </Dialog>
  );
}

function InviteForm() {
  const t = useTranslations("people.invite");
  const problemOf = useProblem();
  const { mutate, data, error, isPending, variables } = trpc.admin.users.inviteByEmail.useMutation();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    if (!isPending) mutate({ email });
  };
  return (
    <DialogContent>
      <DialogHeader>
        <DialogTitle>{t("title")}</DialogTitle>
        <DialogDescription>
          {data ? t(data.mailed ? "mailed" : "handOn", { email: variables?.email ?? "" }) : t("description")}
        </DialogDescription>
      </DialogHeader>
      {data ? (
        <CopyField label={t("link")} value={data.url} />
      ) : (
        <form onSubmit={submit} noValidate className="grid gap-4">
          <FormField label={t("email")} error={error ? problemOf(error).text : undefined}>
            {(control) => <Input {...control} type="email" name="email" autoComplete="off" required />}
          </FormField>
          <DialogActions>
            <SubmitButton pending={isPending} pendingText={t("making")}>
              {t("make")}
            </SubmitButton>
          </DialogActions>
        </form>
      )}
    </DialogContent>
  );
}
