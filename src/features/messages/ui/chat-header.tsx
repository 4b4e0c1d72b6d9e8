"use client";

import { BookmarkIcon, ClockIcon, MessagesSquareIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Logo } from "@/components/logo";
import { Button } from "@/components/ui/button";
import { useOnDemand } from "@/components/use-on-demand";
import { useCommands } from "@/features/commands/ui/use-commands";
import { usePresence } from "@/features/presence/ui/use-presence";
import { usePublicSettings } from "@/features/settings/ui/use-public-settings";
import { AccountButton } from "@/features/users/ui/account-button";
import { trpc } from "@/trpc/react";
import { useLive } from "./live-context";

const StatusDialog = dynamic(
  () => import("@/features/presence/ui/status-dialog").then((m) => m.StatusDialog),
  { ssr: false },
);

const SavedDialog = dynamic(() => import("./saved-dialog").then((m) => m.SavedDialog), { ssr: false });
const ThreadsDialog = dynamic(() => import("./threads/threads-dialog").then((m) => m.ThreadsDialog), {
  ssr: false,
});
const ScheduledDialog = dynamic(() => import("./scheduled/scheduled-dialog").then((m) => m.ScheduledDialog), {
  ssr: false,
});

const loadOwnMenu = () => import("./own-menu").then((m) => m.OwnMenu);

/** Above the list: whose instance this is, what one keeps and sends later, and who is signed in. */
export function ChatHeader({ instanceName, bell }: { instanceName: string; bell: ReactNode }) {
  const t = useTranslations("chat.header");
  const { account } = useLive();
  const [shown, setShown] = useState<"saved" | "scheduled" | "threads" | null>(null);
  const close = () => setShown(null);
  useCommands({
    threads: () => setShown("threads"),
    saved: () => setShown("saved"),
    scheduled: () => setShown("scheduled"),
  });
  const unreadThreads = trpc.messages.threads.countUnread.useQuery().data ?? 0;
  const presence = usePresence(account.id);
  const [editing, setEditing] = useState(false);
  const { Opened: OwnMenu, trigger } = useOnDemand(loadOwnMenu);
  const own = { account, presence: presence?.state ?? undefined };
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-sidebar-border border-b px-3">
      <Logo src={usePublicSettings()?.logo?.small} className="me-1.5 size-7 md:me-auto" />
      {/* Beside other panes the list is too narrow for a name that could be read. */}
      <p className="min-w-0 flex-1 truncate font-semibold tracking-tight md:sr-only" dir="auto">
        {instanceName}
      </p>
      {bell}
      <Button
        variant="ghost"
        size="icon"
        className="relative"
        aria-label={unreadThreads > 0 ? t("unreadThreads", { count: unreadThreads }) : t("threads")}
        title={t("threads")}
        onClick={() => setShown("threads")}
      >
        <MessagesSquareIcon aria-hidden="true" />
        {unreadThreads > 0 && <span className="absolute end-1 top-1 size-2 rounded-full bg-unread" />}
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("scheduled")}
        title={t("scheduled")}
        onClick={() => setShown("scheduled")}
      >
        <ClockIcon aria-hidden="true" />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("saved")}
        title={t("saved")}
        onClick={() => setShown("saved")}
      >
        <BookmarkIcon aria-hidden="true" />
      </Button>
      {shown === "threads" && <ThreadsDialog onClose={close} />}
      {shown === "saved" && <SavedDialog onClose={close} />}
      {shown === "scheduled" && <ScheduledDialog onClose={close} />}
      {OwnMenu ? (
        <OwnMenu {...own} onOpenStatus={() => setEditing(true)} />
      ) : (
        <AccountButton {...own} {...trigger} />
      )}
      {editing && <StatusDialog status={presence?.status ?? null} onClose={() => setEditing(false)} />}
    </header>
  );
}
