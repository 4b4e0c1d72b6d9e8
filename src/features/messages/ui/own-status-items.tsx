"use client";

import { SmilePlusIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import {
  DropdownMenuCheckboxItem,
  DropdownMenuItem,
  DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** In the account's menu: one's status, and whether read receipts are shared. */
export function OwnStatusItems({ onOpenStatus }: { onOpenStatus: () => void }) {
  const t = useTranslations("presence");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const { data: preferences } = trpc.users.preferences.useQuery();
  const update = trpc.users.updatePreferences.useMutation({
    onSuccess(now) {
      utils.users.preferences.setData(undefined, now);
      void utils.conversations.receipts.markers.invalidate();
    },
    onError: (error) => void notify("error", problem(error).text),
  });
  return (
    <>
      <DropdownMenuItem onSelect={onOpenStatus}>
        <SmilePlusIcon aria-hidden="true" />
        {t("status.open")}
      </DropdownMenuItem>
      {preferences && (
        <DropdownMenuCheckboxItem
          checked={preferences.readReceipts}
          onSelect={(event) => event.preventDefault()}
          onCheckedChange={(checked) => update.mutate({ readReceipts: checked === true })}
        >
          {t("receipts.share")}
        </DropdownMenuCheckboxItem>
      )}
      <DropdownMenuSeparator />
    </>
  );
}
