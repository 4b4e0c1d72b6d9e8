"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { notify } from "@/components/notify";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { AdminUser } from "../../dto";
import { usePeopleCache } from "./use-people-cache";
import { useTakeBackReview } from "./use-take-back-review";

/** Asks for the reason and turns the person away. */
export function RejectDialog({
  person,
  onClose,
  onRejected,
  onTakenBack,
}: {
  person: AdminUser;
  onClose: () => void;
  onRejected: () => void;
  onTakenBack: () => void;
}) {
  const personName = usePersonName();
  const t = useTranslations("admin.people");
  const problemOf = useProblem();
  const people = usePeopleCache();
  const takeBack = useTakeBackReview(onTakenBack);
  const { mutateAsync } = trpc.admin.users.reject.useMutation();
  const name = personName(person);

  const reject = async (reason: string) => {
    try {
      people.show(await mutateAsync({ userId: person.id, reason }));
    } catch (error) {
      return problemOf(error).text;
    }
    void people.countAnew();
    void notify("success", t("rejectedNotice", { name }), takeBack(person));
    onRejected();
    return undefined;
  };

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("rejectTitle", { name })}
      description={t("rejectDescription", { name })}
      confirmText={t("reject")}
      pendingText={t("rejecting")}
      destructive
      reason="required"
      onConfirm={reject}
    />
  );
}
