"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { usePersonName } from "@/components/use-person-name";
import type { AdminConversation } from "../../dto";

/** How the console calls a conversation: a group's name, or who writes to whom. */
export function useAdminConversationName(): (
  conversation: Pick<AdminConversation, "name" | "people">,
) => string {
  const personName = usePersonName();
  const t = useTranslations("oversight.conversations");
  const format = useFormatter();
  return useCallback(
    ({ name, people }) => {
      if (name !== null) return name;
      const [first, second] = people.map(personName);
      if (!first) return t("nobody");
      return second ? format.list([first, second]) : t("notes", { name: first });
    },
    [personName, t, format],
  );
}
