"use client";

import { LogOutIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Job } from "@/features/jobs/dto";
import { StartForChosen } from "@/features/jobs/ui/start-for-chosen";
import { trpc } from "@/trpc/react";
import type { RevokeSessionsInput } from "../../input";

/** Signs the chosen devices out. */
export function RevokeChosen({
  selected,
  count,
  onStarted,
}: {
  selected: RevokeSessionsInput["selected"];
  /** how many they are, as far as this page knows */
  count: number;
  onStarted: (job: Job) => void;
}) {
  const t = useTranslations("security.sessions");
  const { mutateAsync } = trpc.admin.sessions.revokeMany.useMutation();
  return (
    <StartForChosen
      icon={LogOutIcon}
      action={t("revoke")}
      title={t("revokeManyTitle", { count })}
      description={t("revokeManyDescription")}
      pending={t("revoking")}
      destructive
      start={(reason) => mutateAsync({ selected, reason })}
      onStarted={onStarted}
    />
  );
}
