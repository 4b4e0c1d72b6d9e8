import { eq } from "drizzle-orm";
import { conversationChannel } from "@/features/conversations/channels";
import { personChannel, presenceChannel } from "@/features/presence/channels";
import { userChannel } from "@/features/users/channels";
import type { UserSummary } from "@/features/users/dto";
import type { ProfileEvents } from "@/features/users/events";
import { toUserSummary } from "@/features/users/server/to-dto";
import { conversationMembers } from "@/server/db/schema/conversations";
import type { Transaction } from "@/server/db/transaction";

/** The realtime server takes no more channels for one event. */
const channelsPerEvent = 100;

/**
 * Tells everybody who may have the person on screen what they are called now: whoever shares a conversation with
 * them at this moment, whoever looks at them, and their own devices.
 */
export async function announceProfile(tx: Transaction, user: UserSummary): Promise<void> {
  const rows = await tx.db
    .select({ id: conversationMembers.conversationId })
    .from(conversationMembers)
    .where(eq(conversationMembers.userId, user.id));
  const channels = [
    ...[presenceChannel(user.id), personChannel(user.id), userChannel(user.id)],
    ...rows.map(({ id }) => conversationChannel(id)),
  ];
  const data: ProfileEvents["profile.changed"] = { user: toUserSummary(user) };
  for (let i = 0; i < channels.length; i += channelsPerEvent) {
    tx.emit({ channels: channels.slice(i, i + channelsPerEvent), name: "profile.changed", data });
  }
}
