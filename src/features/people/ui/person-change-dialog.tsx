"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { usePersonName } from "@/components/use-person-name";
import type { AdminUser } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { SuspendUntil, untilOf } from "./suspend-until";
import { usePersonAct } from "./use-person-act";

export type PersonChange = "suspend" | "ban" | "reactivate";

/** Asks before a person is kept out or let in again; whoever is hurt is told why. */
export function PersonChangeDialog({
  person,
  change,
  onClose,
}: {
  person: AdminUser;
  change: PersonChange;
  onClose: () => void;
}) {
  const personName = usePersonName();
  const t = useTranslations("people");
  const act = usePersonAct(person.id);
  const [until, setUntil] = useState("");
  const suspend = trpc.admin.users.suspend.useMutation();
  const ban = trpc.admin.users.ban.useMutation();
  const reactivate = trpc.admin.users.reactivate.useMutation();
  const userId = person.id;

  const run = (reason: string): Promise<unknown> => {
    if (change === "suspend") return suspend.mutateAsync({ userId, reason, until: untilOf(until) });
    return change === "ban" ? ban.mutateAsync({ userId, reason }) : reactivate.mutateAsync({ userId });
  };
  // A suspension whose time was changed, and a reason that was forgotten, are not to be had back.
  const undo =
    change !== "reactivate" && person.status === "active"
      ? () => reactivate.mutateAsync({ userId })
      : undefined;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`person.ask.${change}`, { name: personName(person) })}
      description={t(`person.ask.${change}Description`)}
      confirmText={t(`bulk.${change}.name`)}
      pendingText={t("bulk.starting")}
      destructive={change !== "reactivate"}
      reason={change === "reactivate" ? undefined : "required"}
      onConfirm={(reason) => act(() => run(reason), t("person.changed"), undo)}
    >
      {change === "suspend" && <SuspendUntil value={until} onChange={setUntil} />}
    </ConfirmDialog>
  );
}
