"use client";

import { useTranslations } from "next-intl";
import type { Job } from "../dto";

/** What a job is called. */
export function useJobName(): (job: Pick<Job, "kind" | "undoes">) => string {
  const t = useTranslations("jobs");
  return ({ kind, undoes }) => {
    const name = t(`kinds.${kind}`);
    return undoes ? t("undoing", { name }) : name;
  };
}
