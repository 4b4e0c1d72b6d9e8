"use client";

import { SmilePlusIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import {
  DropdownMenuCheckboxItem,
  DropdownMenuItem,
  DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import type { UserPreferences } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** In the account's menu: one's status, and whether read receipts are shared. */
export function OwnStatusItems({ onOpenStatus }: { onOpenStatus: () => void }) {
  const t = useTranslations("presence");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const { data: preferences } = trpc.users.preferences.useQuery();
  const outcome = {
    onSuccess(now: UserPreferences) {
      utils.users.preferences.setData(undefined, now);
      void utils.conversations.receipts.markers.invalidate();
    },
    onError: (error: unknown) => void notify("error", problem(error).text),
  };
  const update = trpc.users.updatePreferences.useMutation(outcome);
  const share = trpc.presence.share.useMutation(outcome);
  return (
    <>
      <DropdownMenuItem onSelect={onOpenStatus}>
        <SmilePlusIcon aria-hidden="true" />
        {t("status.open")}
      </DropdownMenuItem>
      {preferences && (
        <>
          <DropdownMenuCheckboxItem
            checked={preferences.showPresence}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(checked) => share.mutate({ shared: checked === true })}
          >
            {t("share")}
          </DropdownMenuCheckboxItem>
          <DropdownMenuCheckboxItem
            checked={preferences.readReceipts}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(checked) => update.mutate({ readReceipts: checked === true })}
          >
            {t("receipts.share")}
          </DropdownMenuCheckboxItem>
        </>
      )}
      <DropdownMenuSeparator />
    </>
  );
}
