import { userChannel } from "@/features/users/channels";
import type { RealtimeEvent } from "@/server/realtime/event";
import { conversationChannel } from "../channels";
import type { ConversationChannelEvents, UserChannelEvents } from "../events";

/** The protocol lets one event go to at most this many channels. */
const channelsPerEvent = 100;

/** An event to everybody who has the conversation open in a list. */
export function toConversation<Name extends keyof ConversationChannelEvents>(
  conversationId: string,
  name: Name,
  data: ConversationChannelEvents[Name],
): RealtimeEvent {
  return { channels: [conversationChannel(conversationId)], name, data };
}

/** The same event to each person, on all their devices. */
export function toUsers<Name extends keyof UserChannelEvents>(
  userIds: string[],
  name: Name,
  data: UserChannelEvents[Name],
): RealtimeEvent[] {
  const events: RealtimeEvent[] = [];
  for (let i = 0; i < userIds.length; i += channelsPerEvent) {
    events.push({ channels: userIds.slice(i, i + channelsPerEvent).map(userChannel), name, data });
  }
  return events;
}
