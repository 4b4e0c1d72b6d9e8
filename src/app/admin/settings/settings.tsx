"use client";

import type { Settings as SettingValues } from "@/features/settings/dto";
import { SettingsForm } from "@/features/settings/ui/admin/settings-form";
import { submitted, trpcClient } from "@/trpc/client";

export function Settings({ initial }: { initial: SettingValues }) {
  return (
    <SettingsForm
      initial={initial}
      save={(changes) => submitted(trpcClient.admin.settings.update.mutate(changes))}
    />
  );
}
