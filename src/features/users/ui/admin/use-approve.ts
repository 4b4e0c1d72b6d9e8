"use client";

import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import { trpc } from "@/trpc/react";
import { refusalOf, useRefusalText } from "@/trpc/use-refusal-text";
import type { AdminUser } from "../../dto";
import { usePeopleCache } from "./use-people-cache";

/**
 * Approves a person: shown at once, taken back with the reason when the server refuses.
 * Resolves to whether it was done.
 */
export function useApprove(): (person: AdminUser) => Promise<boolean> {
  const t = useTranslations("admin.people");
  const refusalText = useRefusalText();
  const people = usePeopleCache();
  const { mutateAsync } = trpc.admin.users.approve.useMutation();

  return async (person) => {
    await people.holdAnswers();
    people.show({ ...person, status: "active" });
    try {
      people.show(await mutateAsync({ userId: person.id }));
      void people.countAnew();
      void notify("success", t("approvedNotice", { name: person.displayName }));
      return true;
    } catch (error) {
      people.show(person);
      void notify("error", t("approveFailed", { name: person.displayName, reason: refusalText(error) }));
      // Refused, so what the list says of this person is no longer true.
      if (refusalOf(error)) void Promise.all([people.readAnew(), people.countAnew()]);
      return false;
    }
  };
}
