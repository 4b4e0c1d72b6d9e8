"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ResetFactors } from "@/features/sessions/factors/ui/admin/reset-factors";
import type { AdminUser } from "@/features/users/dto";
import { canBanUser, canInviteUser, canReactivateUser, canSuspendUser } from "@/features/users/policy";
import { InviteDialog } from "@/features/users/ui/admin/invite-dialog";
import { trpc } from "@/trpc/react";
import { type PersonChange, PersonChangeDialog } from "./person-change-dialog";
import { PersonRole } from "./person-role";
import { ResetPasswordDialog } from "./reset-password-dialog";
import { usePersonAct } from "./use-person-act";

/** What an administrator can make of one account. */
export function PersonManagement({ person }: { person: AdminUser }) {
  const t = useTranslations("people");
  const act = usePersonAct(person.id);
  const [asking, setAsking] = useState<PersonChange | "invite" | "reset">();
  const confirmEmail = trpc.admin.users.confirmEmail.useMutation();
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
              setProblem(await act(confirmEmail.mutateAsync({ userId: person.id }), t("person.changed")))
            }
          >
            {t("person.confirmEmail")}
          </Button>
        )}
        {canInviteUser(person) && (
          <Button size="sm" variant="outline" onClick={() => setAsking("invite")}>
            {t("person.invite")}
          </Button>
        )}
      </div>
      <p role="alert" className="text-destructive text-sm empty:hidden">
        {problem}
      </p>
      <ResetFactors person={person} />
      {asking === "invite" && <InviteDialog person={person} onClose={close} />}
      {asking === "reset" && <ResetPasswordDialog person={person} onClose={close} />}
      {(asking === "suspend" || asking === "ban" || asking === "reactivate") && (
        <PersonChangeDialog person={person} change={asking} onClose={close} />
      )}
    </div>
  );
}
