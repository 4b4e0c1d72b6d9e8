"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { type NamedPerson, nameOrErased } from "@/lib/erased";

/** What a person is called on screen; whoever was deleted, in the reader's language. */
export function usePersonName(): (person: NamedPerson) => string {
  const t = useTranslations("common");
  return useCallback((person) => nameOrErased(person, t("deletedPerson")), [t]);
}
