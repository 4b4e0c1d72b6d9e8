"use client";

import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { refusalOf } from "@/trpc/use-refusal-text";
import type { AdminUser } from "../../dto";
import { usePeopleCache } from "./use-people-cache";
import { useTakeBackReview } from "./use-take-back-review";

/**
 * Approves a person: shown at once, taken back with the reason when the server refuses.
 * Resolves to whether it was done. The notice offers to take it back.
 */
export function useApprove(onTakenBack: () => void): (person: AdminUser) => Promise<boolean> {
  const personName = usePersonName();
  const t = useTranslations("admin.people");
  const problemOf = useProblem();
  const people = usePeopleCache();
  const takeBack = useTakeBackReview(onTakenBack);
  const { mutateAsync } = trpc.admin.users.approve.useMutation();

  return async (person) => {
    // One notice a person: what came of the last try replaces what came of earlier ones.
    const notice = { id: `approve-${person.id}` };
    await people.holdAnswers();
    people.show({ ...person, status: "active" });
    try {
      people.show(await mutateAsync({ userId: person.id }));
      void people.countAnew();
      void notify("success", t("approvedNotice", { name: personName(person) }), {
        ...notice,
        ...takeBack(person),
      });
      return true;
    } catch (error) {
      people.show(person);
      void notify(
        "error",
        t("approveFailed", { name: personName(person), reason: problemOf(error).text }),
        notice,
      );
      // Refused, so what the list says of this person is no longer true.
      if (refusalOf(error)) void Promise.all([people.readAnew(), people.countAnew()]);
      return false;
    }
  };
}
