"use client";

import { useQueryClient } from "@tanstack/react-query";
import { MessagesSquareIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { AppShell } from "@/components/app-shell";
import { EmptyState } from "@/components/empty-state";
import { Button } from "@/components/ui/button";
import { ConversationListPane } from "@/features/conversations/ui/conversation-list-pane";
import { useConversation } from "@/features/conversations/ui/use-conversation";
import { useConversationName } from "@/features/conversations/ui/use-conversation-name";
import { useConversationRoute } from "@/features/conversations/ui/use-conversation-route";
import { usePublicSettings } from "@/features/settings/ui/use-public-settings";
import { trpc } from "@/trpc/react";
import { ChatHeader } from "./chat-header";
import { ConnectionBanner } from "./connection-banner";
import { ConversationProblem } from "./conversation-problem";
import { useLive } from "./live-context";
import { MessageListSkeleton } from "./message-list-skeleton";
import { MessagePane } from "./message-pane";
import { timelineQuery } from "./timeline-query";
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

/** The chat: the list, the open conversation and its details, as the address says. */
export function ChatApp() {
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
  const [dialog, setDialog] = useState<"new" | "browse" | null>(null);
  useUnreadTitle(name ? `${name} · ${instanceName}` : instanceName);

  const approach = useCallback(
    (id: string) => void queryClient.prefetchQuery(timelineQuery(utils.client, live, id)),
    [queryClient, utils, live],
  );
  const closeDialog = useCallback(() => setDialog(null), []);

  return (
    <>
      <AppShell
        heading={instanceName}
        skipText={common("skipToContent")}
        banner={<ConnectionBanner />}
        shown={route.details ? "details" : route.conversationId ? "main" : "list"}
        list={{
          label: t("panes.list"),
          content: (
            <ConversationListPane
              header={<ChatHeader instanceName={instanceName} />}
              ownId={ownId}
              currentId={route.conversationId}
              onApproach={approach}
              onNewMessage={() => setDialog("new")}
              onBrowseGroups={() => setDialog("browse")}
            />
          ),
        }}
        main={{
          label: name ?? t("panes.conversation"),
          content:
            conversation && name !== undefined ? (
              <MessagePane
                key={conversation.id}
                conversation={conversation}
                name={name}
                linkedSeq={route.seq}
                detailsShown={route.details}
              />
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
    </>
  );
}
