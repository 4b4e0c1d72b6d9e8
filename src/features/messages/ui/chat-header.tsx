"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Logo } from "@/components/logo";
import { usePresence } from "@/features/presence/ui/use-presence";
import { signOut } from "@/features/sessions/ui/sign-out";
import { AccountMenu } from "@/features/users/ui/account-menu";
import { useLive } from "./live-context";
import { OwnStatusItems } from "./own-status-items";

const StatusDialog = dynamic(
  () => import("@/features/presence/ui/status-dialog").then((m) => m.StatusDialog),
  { ssr: false },
);

/** Above the list: whose instance this is, and who is signed in. */
export function ChatHeader({ instanceName }: { instanceName: string }) {
  const { account } = useLive();
  const presence = usePresence(account.id);
  const [editing, setEditing] = useState(false);
  return (
    <header className="flex h-14 shrink-0 items-center gap-2.5 border-sidebar-border border-b px-3">
      <Logo className="size-7" />
      <p className="min-w-0 flex-1 truncate font-semibold tracking-tight" dir="auto">
        {instanceName}
      </p>
      <AccountMenu
        account={account}
        presence={presence?.state}
        ownItems={<OwnStatusItems onOpenStatus={() => setEditing(true)} />}
        onSignOut={() => void signOut()}
      />
      {editing && <StatusDialog status={presence?.status ?? null} onClose={() => setEditing(false)} />}
    </header>
  );
}
