"use client";

import type { Presence } from "@/components/user-avatar";
import { signOut } from "@/features/sessions/ui/sign-out";
import type { OwnAccount } from "@/features/users/dto";
import { OpenedAccountMenu } from "@/features/users/ui/opened-account-menu";
import { OwnStatusItems } from "./own-status-items";

/** The account's menu as the chat has it, with one's status; open at first. */
export function OwnMenu({
  account,
  presence,
  onOpenStatus,
}: {
  account: OwnAccount;
  presence?: Presence;
  onOpenStatus: () => void;
}) {
  return (
    <OpenedAccountMenu
      account={account}
      presence={presence}
      ownItems={<OwnStatusItems onOpenStatus={onOpenStatus} />}
      onSignOut={() => void signOut()}
    />
  );
}
