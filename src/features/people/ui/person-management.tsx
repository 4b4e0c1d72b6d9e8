"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ResetFactors } from "@/features/sessions/factors/ui/admin/reset-factors";
import type { AdminUser } from "@/features/users/dto";
import { canBanUser, canInviteUser, canReactivateUser, canSuspendUser } from "@/features/users/policy";
import { InviteDialog } from "@/features/users/ui/admin/invite-dialog";
import { trpc } from "@/trpc/react";
import { DeletePersonDialog } from "./delete-person-dialog";
import { EditPersonDialog } from "./edit-person-dialog";
import { type PersonChange, PersonChangeDialog } from "./person-change-dialog";
import { PersonRole } from "./person-role";
import { ResetPasswordDialog } from "./reset-password-dialog";
import { usePersonAct } from "./use-person-act";

/** What an administrator can make of one account. */
export function PersonManagement({ person, bio }: { person: AdminUser; bio: string }) {
  const t = useTranslations("people");
  const act = usePersonAct(person.id);
  const [asking, setAsking] = useState<PersonChange | "invite" | "reset" | "edit" | "delete">();
  const confirmEmail = trpc.admin.users.confirmEmail.useMutation();
  const demandFactor = trpc.admin.people.requireSecondFactor.useMutation();
  const [problem, setProblem] = useState<string>();
  const changes: [PersonChange, boolean][] = [
    ["suspend", canSuspendUser(person)],
    ["ban", canBanUser(person)],
    ["reactivate", canReactivateUser(person)],
  ];
  const close = () => setAsking(undefined);
  return (
    <div className="mt-auto grid gap-3 border-t pt-4">
      <PersonRole person={person} />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="outline" onClick={() => setAsking("edit")}>
          {t("edit.name")}
        </Button>
        {changes
          .filter(([, possible]) => possible)
          .map(([change]) => (
            <Button
              key={change}
              size="sm"
              variant={change === "ban" ? "destructive" : "outline"}
              onClick={() => setAsking(change)}
            >
              {t(
                change === "suspend" && person.status === "suspended"
                  ? "person.prolong"
                  : `bulk.${change}.name`,
              )}
            </Button>
          ))}
        {person.claimed && (
          <Button size="sm" variant="outline" onClick={() => setAsking("reset")}>
            {t("person.reset")}
          </Button>
        )}
        {person.email && person.claimed && !person.emailVerified && (
          <Button
            size="sm"
            variant="outline"
            onClick={async () =>
              setProblem(
                await act(() => confirmEmail.mutateAsync({ userId: person.id }), t("person.changed")),
              )
            }
          >
            {t("person.confirmEmail")}
          </Button>
        )}
        {person.claimed && (
          <Button
            size="sm"
            variant="outline"
            disabled={demandFactor.isPending}
            onClick={async () => {
              const change = { userId: person.id, required: !person.secondFactorRequired };
              const undo = () => demandFactor.mutateAsync({ ...change, required: !change.required });
              setProblem(await act(() => demandFactor.mutateAsync(change), t("person.changed"), undo));
            }}
          >
            {t(person.secondFactorRequired ? "person.releaseFactor" : "person.demandFactor")}
          </Button>
        )}
        {canInviteUser(person) && (
          <Button size="sm" variant="outline" onClick={() => setAsking("invite")}>
            {t("person.invite")}
          </Button>
        )}
        <Button size="sm" variant="destructive" onClick={() => setAsking("delete")}>
          {t("delete.name")}
        </Button>
      </div>
      <p role="alert" className="text-destructive text-sm empty:hidden">
        {problem}
      </p>
      <ResetFactors person={person} />
      {asking === "invite" && <InviteDialog person={person} onClose={close} />}
      {asking === "edit" && <EditPersonDialog person={person} bio={bio} onClose={close} />}
      {asking === "delete" && <DeletePersonDialog person={person} onClose={close} />}
      {asking === "reset" && <ResetPasswordDialog person={person} onClose={close} />}
      {(asking === "suspend" || asking === "ban" || asking === "reactivate") && (
        <PersonChangeDialog person={person} change={asking} onClose={close} />
      )}
    </div>
  );
}
