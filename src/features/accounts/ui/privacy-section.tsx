"use client";

import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import { SwitchRow } from "@/components/switch-row";
import type { UserPreferences } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Whether others see that the person is here, and what they have read; both work both ways. */
export function PrivacySection({ initial }: { initial: UserPreferences }) {
  const t = useTranslations("profile.privacy");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const { data } = trpc.users.preferences.useQuery(undefined, { initialData: initial });
  const outcome = {
    onSuccess: (now: UserPreferences) => utils.users.preferences.setData(undefined, now),
    onError: (error: unknown) => void notify("error", problem(error).text),
  };
  const update = trpc.users.updatePreferences.useMutation(outcome);
  const share = trpc.presence.share.useMutation(outcome);
  return (
    <div className="grid gap-6">
      <SwitchRow
        label={t("presence.label")}
        description={t("presence.meaning")}
        checked={data.showPresence}
        disabled={share.isPending}
        onChange={(shared) => share.mutate({ shared })}
      />
      <SwitchRow
        label={t("receipts.label")}
        description={t("receipts.meaning")}
        checked={data.readReceipts}
        disabled={update.isPending}
        onChange={(readReceipts) => update.mutate({ readReceipts })}
      />
    </div>
  );
}
