"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { AdminUser, UserRole } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { canChangeStatus, type StatusChange, statusChanges } from "../policy";
import { usePersonAct } from "./use-person-act";

const roles = ["user", "moderator", "admin"] as const;

/** What an administrator can make of one account. */
export function PersonManagement({ person }: { person: AdminUser }) {
  const t = useTranslations("people");
  const act = usePersonAct(person.id);
  const [asking, setAsking] = useState<StatusChange>();
  const [role, setRole] = useState<UserRole>();
  const changeStatus = trpc.admin.people.changeStatus.useMutation();
  const changeRole = trpc.admin.people.setRole.useMutation();
  const userId = person.id;
  const changes = (Object.keys(statusChanges) as StatusChange[]).filter((change) =>
    canChangeStatus(person.status, change),
  );
  return (
    <div className="mt-auto flex flex-wrap items-end gap-3 border-t pt-4">
      <div className="grid gap-1.5">
        <Label htmlFor="person-role">{t("person.role")}</Label>
        <Select value={person.role} onValueChange={(next) => setRole(next as UserRole)}>
          <SelectTrigger id="person-role" size="sm" className="w-44">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {roles.map((each) => (
              <SelectItem key={each} value={each}>
                {t(`person.roles.${each}`)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      {changes.map((change) => (
        <Button
          key={change}
          size="sm"
          variant={change === "ban" ? "destructive" : "outline"}
          onClick={() => setAsking(change)}
        >
          {t(`bulk.${change}.name`)}
        </Button>
      ))}
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(undefined)}
          title={t(`person.ask.${asking}`, { name: person.displayName })}
          description={t(`person.ask.${asking}Description`)}
          confirmText={t(`bulk.${asking}.name`)}
          pendingText={t("bulk.starting")}
          destructive={asking !== "reactivate"}
          reason="required"
          onConfirm={(reason) =>
            act(changeStatus.mutateAsync({ userId, change: asking, reason }), t("person.changed"))
          }
        />
      )}
      {role && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setRole(undefined)}
          title={t("person.ask.role", { name: person.displayName, role: t(`person.roles.${role}`) })}
          description={t(`bulk.role-${role}.description`)}
          confirmText={t("person.setRole")}
          pendingText={t("bulk.starting")}
          onConfirm={() => act(changeRole.mutateAsync({ userId, role }), t("person.changed"))}
        />
      )}
    </div>
  );
}
