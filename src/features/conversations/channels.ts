import { presenceChannelPrefix } from "@/features/presence/channels";
import { reportsChannel } from "@/features/reports/channels";
import { userChannelPrefix } from "@/features/users/channels";

const prefixes = {
  conversation: "private-conversation-",
  receipts: "private-receipts-",
  user: userChannelPrefix,
  presence: presenceChannelPrefix,
} as const;
type Kind = keyof typeof prefixes | "reports";

/** Everything that happens in a conversation; its members may listen. */
export const conversationChannel = (conversationId: string) => `${prefixes.conversation}${conversationId}`;

/** How far its members have read a conversation; those of them may listen who share that themselves. */
export const receiptsChannel = (conversationId: string) => `${prefixes.receipts}${conversationId}`;

/** `id` is the conversation's or the person's; empty where there is one for all. */
export type ParsedChannel = { kind: Kind; id: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a channel's name speaks of, or null for a name that is none of ours. */
export function parseChannel(name: string): ParsedChannel | null {
  if (name === reportsChannel) return { kind: "reports", id: "" };
  for (const [kind, prefix] of Object.entries(prefixes) as [Kind, string][]) {
    const id = name.slice(prefix.length);
    if (name.startsWith(prefix) && uuid.test(id)) return { kind, id };
  }
  return null;
}
