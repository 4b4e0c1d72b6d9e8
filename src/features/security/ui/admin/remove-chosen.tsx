"use client";

import { Trash2Icon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Job } from "@/features/jobs/dto";
import { StartForChosen } from "@/features/jobs/ui/start-for-chosen";
import { trpc } from "@/trpc/react";
import type { RemoveIpRulesInput } from "../../input";

/** Takes the chosen rules away. */
export function RemoveChosen({
  selected,
  count,
  onStarted,
}: {
  selected: RemoveIpRulesInput["selected"];
  /** how many they are, as far as this page knows */
  count: number;
  onStarted: (job: Job) => void;
}) {
  const t = useTranslations("security.rules");
  const { mutateAsync } = trpc.admin.security.ipRules.removeMany.useMutation();
  return (
    <StartForChosen
      icon={Trash2Icon}
      action={t("remove")}
      title={t("removeManyTitle", { count })}
      description={t("removeManyDescription")}
      pending={t("removing")}
      destructive
      start={(reason) => mutateAsync({ selected, reason })}
      onStarted={onStarted}
    />
  );
}
