"use client";

import { useTranslations } from "next-intl";
import { notify, undoOfferedMs } from "@/components/notify";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { AdminUser } from "../../dto";
import { usePeopleCache } from "./use-people-cache";

/**
 * What a notice about a decided registration offers: the way back, to a person who waits.
 * @param onDone the person waits again
 */
export function useTakeBackReview(onDone: () => void) {
  const personName = usePersonName();
  const t = useTranslations("admin.people");
  const problemOf = useProblem();
  const people = usePeopleCache();
  const { mutateAsync } = trpc.admin.users.takeBackReview.useMutation();

  const takeBack = async (person: AdminUser) => {
    const name = personName(person);
    try {
      people.show(await mutateAsync({ userId: person.id }));
      onDone();
      void notify("success", t("undoneNotice", { name }));
    } catch (error) {
      void notify("error", t("undoFailed", { name, reason: problemOf(error).text }));
    }
    void Promise.all([people.readAnew(), people.countAnew()]);
  };
  return (person: AdminUser) => ({
    duration: undoOfferedMs,
    action: { label: t("undo"), onClick: () => void takeBack(person) },
  });
}
