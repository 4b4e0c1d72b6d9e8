"use client";

import { notify } from "@/components/notify";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { NotificationSettings } from "../dto";
import type { UpdateNotificationSettingsInput } from "../input";

/** How the person wants to be told of things, and how to change that: at once on the page, taken back where refused. */
export function useNotificationSettings() {
  const utils = trpc.useUtils();
  const problem = useProblem();
  const { get } = utils.notifications.settings;
  const { data: settings } = trpc.notifications.settings.get.useQuery();
  const { mutateAsync } = trpc.notifications.settings.update.useMutation({
    onMutate({ locale: _, ...change }) {
      const before = get.getData();
      get.setData(undefined, (held) => held && ({ ...held, ...change } as NotificationSettings));
      return { before };
    },
    onSuccess: (now) => get.setData(undefined, now),
    onError(error, _, context) {
      get.setData(undefined, context?.before);
      void notify("error", problem(error).text);
    },
  });
  /** Resolves with whether it was kept; of a refusal the person has been told. */
  const update = (change: UpdateNotificationSettingsInput): Promise<boolean> =>
    mutateAsync(change).then(
      () => true,
      () => false,
    );
  return { settings, update };
}
