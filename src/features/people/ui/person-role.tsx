"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { usePersonName } from "@/components/use-person-name";
import type { AdminUser, UserRole } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { usePersonAct } from "./use-person-act";

const roles = ["user", "moderator", "admin"] as const;

/** A person's role of the instance, to be changed after a question. */
export function PersonRole({ person }: { person: AdminUser }) {
  const personName = usePersonName();
  const t = useTranslations("people");
  const userId = person.id;
  const act = usePersonAct(userId);
  const [role, setRole] = useState<UserRole>();
  const { mutateAsync } = trpc.admin.users.setRole.useMutation();
  return (
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
      {role && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setRole(undefined)}
          title={t("person.ask.role", { name: personName(person), role: t(`person.roles.${role}`) })}
          description={t(`person.ask.role-${role}`)}
          confirmText={t("person.setRole")}
          pendingText={t("bulk.starting")}
          reason="required"
          onConfirm={(reason) =>
            act(
              () => mutateAsync({ userId, role, reason }),
              t("person.changed"),
              () => mutateAsync({ userId, role: person.role, reason: t("person.undo") }),
            )
          }
        />
      )}
    </div>
  );
}
