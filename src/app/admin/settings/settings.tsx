"use client";

import { useRouter } from "next/navigation";
import type { Settings as SettingValues } from "@/features/settings/dto";
import { SettingsForm } from "@/features/settings/ui/admin/settings-form";
import { submitted, trpcClient } from "@/trpc/client";

/** The form over the settings; what the router holds of pages that showed the old ones is dropped. */
export function Settings({ initial }: { initial: SettingValues }) {
  const router = useRouter();
  return (
    <SettingsForm
      initial={initial}
      save={async (changes) => {
        const outcome = await submitted(trpcClient.admin.settings.update.mutate(changes));
        if (outcome.ok) router.refresh();
        return outcome;
      }}
    />
  );
}
