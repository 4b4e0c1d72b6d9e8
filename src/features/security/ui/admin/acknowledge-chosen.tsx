"use client";

import { CheckCheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Job } from "@/features/jobs/dto";
import { StartForChosen } from "@/features/jobs/ui/start-for-chosen";
import { trpc } from "@/trpc/react";
import type { AcknowledgeManyEventsInput } from "../../input";

/** Acknowledges the chosen events. */
export function AcknowledgeChosen({
  selected,
  count,
  onStarted,
}: {
  selected: AcknowledgeManyEventsInput["selected"];
  /** how many they are, as far as this page knows */
  count: number;
  onStarted: (job: Job) => void;
}) {
  const t = useTranslations("security.events");
  const { mutateAsync } = trpc.admin.security.events.acknowledgeMany.useMutation();
  return (
    <StartForChosen
      icon={CheckCheckIcon}
      action={t("acknowledgeChosen")}
      title={t("acknowledgeTitle", { count })}
      description={t("acknowledgeDescription")}
      pending={t("acknowledging")}
      start={() => mutateAsync({ selected })}
      onStarted={onStarted}
    />
  );
}
