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

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ slug?: string[] }>; searchParams: Promise<Search> };

/** Where somebody wanted to go, with what they searched for. */
function addressOf(slug: string[], search: Search): string {
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, values]) =>
      [values ?? []].flat().map((value): [string, string] => [name, value]),
    ),
  );
  return ["/c", ...slug].join("/") + (query.size > 0 ? `?${query}` : "");
}

/** The chat, with everything that its first picture needs read in one go. */
export default async function ChatPage({ params, searchParams }: Props) {
  const [{ slug = [] }, search] = await Promise.all([params, searchParams]);
  const route = parseConversationSlug(slug);
  if (!route) notFound();
  const { actor } = await headersContext();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(addressOf(slug, search))}`);

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
