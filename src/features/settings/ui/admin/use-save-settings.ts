"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { notify } from "@/components/notify";
import { trpcClient } from "@/trpc/client";
import { useProblem } from "@/trpc/use-problem";
import type { UpdateSettingsInput } from "../../input";

/** Saves some of the settings; what went wrong stands in `problem` and is returned in words. */
export function useSaveSettings() {
  const t = useTranslations("instance");
  const router = useRouter();
  const problemOf = useProblem();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ReturnType<typeof problemOf>>();
  const save = async (changes: UpdateSettingsInput): Promise<string | undefined> => {
    setPending(true);
    setProblem(undefined);
    try {
      await trpcClient.admin.settings.update.mutate(changes);
      void notify("success", t("saved"));
      router.refresh();
      return undefined;
    } catch (error) {
      const found = problemOf(error);
      setProblem(found);
      return found.text;
    } finally {
      setPending(false);
    }
  };
  return { save, pending, problem };
}
