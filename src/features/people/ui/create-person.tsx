"use client";

import { UserRoundPlusIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CopyField } from "@/components/copy-field";
import { DialogActions } from "@/components/dialog-actions";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { useValidatedForm } from "@/components/use-validated-form";
import type { Invitation } from "@/features/users/dto";
import { submitted } from "@/trpc/client";
import { trpc } from "@/trpc/react";
import { ProfileFields } from "./profile-fields";

const schema = () => import("../input").then((m) => m.createPersonInput);

/** Makes an account for somebody, who then chooses a password by a link. */
export function CreatePerson() {
  const t = useTranslations("people.create");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">
          <UserRoundPlusIcon aria-hidden="true" />
          {t("name")}
        </Button>
      </DialogTrigger>
      {open && <CreateForm />}
    </Dialog>
  );
}

type Created = { userId: string; displayName: string; invitation: Invitation };

function CreateForm() {
  const t = useTranslations("people.create");
  const utils = trpc.useUtils();
  const [created, setCreated] = useState<Created>();
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema,
    fieldOf: { EMAIL_TAKEN: "email", USERNAME_TAKEN: "username" },
    action: async (values) => {
      const making = utils.client.admin.people.create.mutate({ ...values, email: values.email ?? "" });
      const outcome = await submitted(making);
      if (!outcome.ok) return outcome;
      setCreated({ displayName: values.displayName, ...(await making) });
      void utils.admin.users.invalidate();
      return outcome;
    },
  });
  if (created) {
    const { userId, displayName: name, invitation } = created;
    return (
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("done", { name })}</DialogTitle>
          <DialogDescription>{t(invitation.mailed ? "mailed" : "handOn", { name })}</DialogDescription>
        </DialogHeader>
        <CopyField label={t("link")} value={invitation.url} />
        <DialogFooter>
          <Button asChild variant="outline">
            <Link href={`/admin/people/${userId}`}>{t("show")}</Link>
          </Button>
        </DialogFooter>
      </DialogContent>
    );
  }
  return (
    <DialogContent>
      <form {...formProps} className="grid gap-5">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        <ProfileFields errors={errors} emailHint={t("emailHint")} />
        <FormProblem problem={problem} />
        <DialogActions>
          <SubmitButton pending={pending} pendingText={t("making")}>
            {t("make")}
          </SubmitButton>
        </DialogActions>
      </form>
    </DialogContent>
  );
}
