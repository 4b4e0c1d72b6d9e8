"use client";

import { Logo } from "@/components/logo";
import { signOut } from "@/features/sessions/ui/sign-out";
import { AccountMenu } from "@/features/users/ui/account-menu";
import { useLive } from "./live-context";

/** Above the list: whose instance this is, and who is signed in. */
export function ChatHeader({ instanceName }: { instanceName: string }) {
  const { account } = useLive();
  return (
    <header className="flex h-14 shrink-0 items-center gap-2.5 border-sidebar-border border-b px-3">
      <Logo className="size-7" />
      <p className="min-w-0 flex-1 truncate font-semibold tracking-tight" dir="auto">
        {instanceName}
      </p>
      <AccountMenu account={account} onSignOut={() => void signOut()} />
    </header>
  );
}
