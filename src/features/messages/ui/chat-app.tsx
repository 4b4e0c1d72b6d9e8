"use client";

import { useQueryClient } from "@tanstack/react-query";
import { MessagesSquareIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useState } from "react";
import { AppShell } from "@/components/app-shell";
import { EmptyState } from "@/components/empty-state";
import { Button } from "@/components/ui/button";
import { CommandKeys } from "@/features/commands/ui/command-keys";
import { ConversationListPane } from "@/features/conversations/ui/conversation-list-pane";
import { PersonCardProvider } from "@/features/conversations/ui/person-card/person-card-provider";
import { useConversation } from "@/features/conversations/ui/use-conversation";
import { useConversationName } from "@/features/conversations/ui/use-conversation-name";
import { useConversationRoute } from "@/features/conversations/ui/use-conversation-route";
import { SearchEntry } from "@/features/search/ui/search-entry";
import { usePublicSettings } from "@/features/settings/ui/use-public-settings";
import { useFollowAppearance } from "@/features/users/ui/use-follow-appearance";
import { trpc } from "@/trpc/react";
import { ChatHeader } from "./chat-header";
import { ConnectionBanner } from "./connection-banner";
import { ConversationProblem } from "./conversation-problem";
import { useLive } from "./live-context";
import { MessageListSkeleton } from "./message-list-skeleton";
import { MessagePane } from "./message-pane";
import { timelineQuery } from "./timeline-query";
import { type ChatDialog, useChatCommands } from "./use-chat-commands";
import { useUnreadTitle } from "./use-unread-title";

const ConversationDetails = dynamic(() =>
  import("@/features/conversations/ui/conversation-details").then((m) => m.ConversationDetails),
);
const Notices = dynamic(() => import("@/features/reports/ui/notices").then((m) => m.Notices), { ssr: false });
const NewConversationDialog = dynamic(
  () => import("@/features/conversations/ui/new-conversation-dialog").then((m) => m.NewConversationDialog),
  { ssr: false },
);
const BrowseGroupsDialog = dynamic(
  () => import("@/features/conversations/ui/browse-groups-dialog").then((m) => m.BrowseGroupsDialog),
  { ssr: false },
);

const CommandPalette = dynamic(
  () => import("@/features/search/ui/palette/command-palette").then((m) => m.CommandPalette),
  { ssr: false },
);
const ShortcutsDialog = dynamic(
  () => import("@/features/commands/ui/shortcuts-dialog").then((m) => m.ShortcutsDialog),
  { ssr: false },
);
const SearchScreen = dynamic(() => import("@/features/search/ui/search-screen").then((m) => m.SearchScreen));

/** The chat: the list, the open conversation and its details, as the address says. `bell` stands in its header, `banner` above all. */
export function ChatApp({ bell, banner }: { bell: ReactNode; banner: ReactNode }) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const utils = trpc.useUtils();
  const queryClient = useQueryClient();
  const live = useLive();
  const ownId = live.account.id;
  const route = useConversationRoute();
  const nameOf = useConversationName(ownId);
  const { conversation, error, retry } = useConversation(route.conversationId);
  const name = conversation && nameOf(conversation);
  const instanceName = usePublicSettings()?.instanceName ?? common("appName");
  const [dialog, setDialog] = useState<ChatDialog | null>(null);
  useFollowAppearance(ownId);
  useUnreadTitle(name ? `${name} · ${instanceName}` : instanceName);

  const approach = useCallback(
    (id: string) => void queryClient.prefetchQuery(timelineQuery(utils.client, live, id)),
    [queryClient, utils, live],
  );
  const closeDialog = useCallback(() => setDialog(null), []);
  useChatCommands(route.conversationId, (wanted) =>
    setDialog((shown) => (shown === "palette" && wanted === "palette" ? null : wanted)),
  );

  return (
    <PersonCardProvider ownId={ownId}>
      <AppShell
        heading={instanceName}
        skipText={common("skipToContent")}
        banner={
          <>
            <ConnectionBanner />
            {banner}
          </>
        }
        shown={route.details ? "details" : route.conversationId || route.search ? "main" : "list"}
        list={{
          label: t("panes.list"),
          content: (
            <ConversationListPane
              header={
                <>
                  <ChatHeader instanceName={instanceName} bell={bell} />
                  <SearchEntry current={route.search} />
                </>
              }
              ownId={ownId}
              currentId={route.conversationId}
              onApproach={approach}
              onNewMessage={() => setDialog("new")}
              onBrowseGroups={() => setDialog("browse")}
            />
          ),
        }}
        main={{
          label: route.search ? t("panes.search") : (name ?? t("panes.conversation")),
          content:
            conversation && name !== undefined ? (
              <MessagePane
                key={conversation.id}
                conversation={conversation}
                name={name}
                linkedSeq={route.seq}
                linkedReplySeq={route.replySeq}
                detailsShown={route.details}
              />
            ) : route.search ? (
              <SearchScreen ownId={ownId} />
            ) : error ? (
              <ConversationProblem error={error} onRetry={retry} />
            ) : route.conversationId ? (
              <MessageListSkeleton />
            ) : (
              <EmptyState
                icon={MessagesSquareIcon}
                title={t("welcome.title", { name: live.account.displayName })}
                description={t("welcome.description")}
                className="flex-1"
              >
                <Button onClick={() => setDialog("new")}>{t("welcome.start")}</Button>
                <Button variant="outline" onClick={() => setDialog("browse")}>
                  {t("welcome.browse")}
                </Button>
              </EmptyState>
            ),
        }}
        details={
          route.details && conversation && name !== undefined
            ? {
                label: t("panes.details"),
                content: <ConversationDetails conversation={conversation} name={name} ownId={ownId} />,
              }
            : null
        }
      />
      <Notices ownId={ownId} listen={live.connection?.listen ?? null} />
      {dialog === "new" && <NewConversationDialog onClose={closeDialog} />}
      {dialog === "browse" && <BrowseGroupsDialog onClose={closeDialog} />}
      {dialog === "palette" && <CommandPalette ownId={ownId} onClose={closeDialog} />}
      {dialog === "help" && <ShortcutsDialog onClose={closeDialog} />}
      <CommandKeys />
    </PersonCardProvider>
  );
}
