import { personChannelPrefix, presenceChannelPrefix } from "@/features/presence/channels";
import type { ConsoleChannel } from "@/lib/console-channels";
import { userChannelPrefix } from "@/lib/user-channel-prefix";

const prefixes = {
  conversation: "private-conversation-",
  receipts: "private-receipts-",
  user: userChannelPrefix,
  presence: presenceChannelPrefix,
  person: personChannelPrefix,
} as const;
type Kind = keyof typeof prefixes;

/** Everything that happens in a conversation; its members may listen. */
export const conversationChannel = (conversationId: string) => `${prefixes.conversation}${conversationId}`;

/** How far its members have read a conversation; those of them may listen who share that themselves. */
export const receiptsChannel = (conversationId: string) => `${prefixes.receipts}${conversationId}`;

/** Whoever looks at conversations in the console hears here that some have changed: which, is read anew. */
export const conversationsChannel: ConsoleChannel = "private-console-conversations";

/** `id` is the conversation's or the person's. */
export type ParsedChannel = { kind: Kind; id: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a channel's name speaks of, or null for a name that is none of ours. */
export function parseChannel(name: string): ParsedChannel | null {
  for (const [kind, prefix] of Object.entries(prefixes) as [Kind, string][]) {
    const id = name.slice(prefix.length);
    if (name.startsWith(prefix) && uuid.test(id)) return { kind, id };
  }
  return null;
}
