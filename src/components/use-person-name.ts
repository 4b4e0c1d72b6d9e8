"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { UserSummary } from "../dto";
import { isErased } from "../erased";

/** What a person is called on screen; whoever was deleted, in the reader's language. */
export function usePersonName(): (person: UserSummary) => string {
  const t = useTranslations("common");
  return useCallback((person) => (isErased(person) ? t("deletedPerson") : person.displayName), [t]);
}
