import { conversationChannel } from "@/features/conversations/channels";
import { userChannel } from "@/features/users/channels";
import type { RealtimeEvent } from "@/server/realtime/event";
import type { MessageEvents, OwnMessageEvents } from "../events";

/** An event to everybody in the conversation. */
export function toConversation<Name extends keyof MessageEvents>(
  conversationId: string,
  name: Name,
  data: MessageEvents[Name],
): RealtimeEvent {
  return { channels: [conversationChannel(conversationId)], name, data };
}

/** An event to all devices of one person. */
export function toOwnDevices<Name extends keyof OwnMessageEvents>(
  userId: string,
  name: Name,
  data: OwnMessageEvents[Name],
): RealtimeEvent {
  return { channels: [userChannel(userId)], name, data };
}
