import { HydrationBoundary } from "@tanstack/react-query";
import { notFound, redirect } from "next/navigation";
import { conversationListInput } from "@/features/conversations/conversation-list-input";
import { parseConversationSlug } from "@/features/conversations/conversation-path";
import { ChatApp } from "@/features/messages/ui/chat-app";
import { LiveProvider } from "@/features/messages/ui/live-provider";
import { BroadcastBanner } from "@/features/notifications/ui/broadcast-banner";
import { NotificationBell } from "@/features/notifications/ui/notification-bell";
import { MessagesProvider } from "@/i18n/messages-provider";
import { headersContext } from "@/trpc/headers-context";
import { TrpcProvider } from "@/trpc/react";
import { caller, prefetcher } from "@/trpc/rsc";
import { readTimeline } from "./read-timeline";

export async function generateMetadata() {
  const { instanceName } = await (await caller()).settings.public();
  return { title: { absolute: instanceName } };
}

/** The chat, with everything that its first picture needs read in one go. */
export default async function ChatPage({ params }: { params: Promise<{ slug?: string[] }> }) {
  const { slug = [] } = await params;
  const route = parseConversationSlug(slug);
  if (!route) notFound();
  const { actor } = await headersContext();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(["/c", ...slug].join("/"))}`);

  const { conversationId, seq } = route;
  const [read, call] = await Promise.all([prefetcher(), caller()]);
  const [account, endpoint] = await Promise.all([
    call.users.me(),
    call.conversations.liveEndpoint(),
    read.settings.public.prefetch(),
    read.conversations.list.prefetch(conversationListInput),
    read.notifications.countUnread.prefetch(),
    read.notifications.banners.prefetch(),
    read.users.preferences.prefetch(),
    conversationId && readTimeline(conversationId, seq),
  ]);
  return (
    <MessagesProvider
      namespaces={[
        "chat",
        "compose",
        "conversations",
        "groups",
        "notifications",
        "presence",
        "commands",
        "search",
        "reports",
      ]}
    >
      <TrpcProvider>
        <HydrationBoundary state={read.dehydrate({ shouldDehydrateQuery: succeeded })}>
          <LiveProvider account={account} endpoint={endpoint}>
            <ChatApp bell={<NotificationBell />} banner={<BroadcastBanner />} />
          </LiveProvider>
        </HydrationBoundary>
      </TrpcProvider>
    </MessagesProvider>
  );
}

/** What could not be read is asked for again by the client, which shows why. */
const succeeded = ({ state }: { state: { status: string } }) => state.status === "success";
