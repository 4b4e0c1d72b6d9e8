"use client";

import { BookmarkIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Logo } from "@/components/logo";
import { Button } from "@/components/ui/button";
import { signOut } from "@/features/sessions/ui/sign-out";
import { AccountMenu } from "@/features/users/ui/account-menu";
import { useLive } from "./live-context";

const SavedDialog = dynamic(() => import("./saved-dialog").then((m) => m.SavedDialog), { ssr: false });

/** Above the list: whose instance this is, and who is signed in. */
export function ChatHeader({ instanceName }: { instanceName: string }) {
  const t = useTranslations("chat.header");
  const { account } = useLive();
  const [savedShown, setSavedShown] = useState(false);
  return (
    <header className="flex h-14 shrink-0 items-center gap-2.5 border-sidebar-border border-b px-3">
      <Logo className="size-7" />
      <p className="min-w-0 flex-1 truncate font-semibold tracking-tight" dir="auto">
        {instanceName}
      </p>
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("saved")}
        title={t("saved")}
        onClick={() => setSavedShown(true)}
      >
        <BookmarkIcon aria-hidden="true" />
      </Button>
      {savedShown && <SavedDialog onClose={() => setSavedShown(false)} />}
      <AccountMenu account={account} onSignOut={() => void signOut()} />
    </header>
  );
}
