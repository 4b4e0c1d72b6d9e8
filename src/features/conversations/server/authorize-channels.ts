import { and, eq, isNull, sql } from "drizzle-orm";
import { getPreferences } from "@/features/users/server/get-preferences";
import { consolePermission } from "@/lib/console-channels";
import { can } from "@/lib/permissions";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { processSingleton } from "@/server/process-singleton";
import { pusherServer } from "@/server/realtime/pusher-server";
import { type ParsedChannel, parseChannel } from "../channels";

/** Signatures by channel; null where the actor may not listen. */
export type ChannelAuthorizations = Record<string, { auth: string } | null>;

/**
 * Signs the subscriptions of one socket, all its channels in one query. Somebody who guesses a
 * conversation's id, or another person's channel, gets null for it.
 */
export async function authorizeChannels(
  ctx: ActorContext,
  input: { socketId: string; channels: string[] },
): Promise<ChannelAuthorizations> {
  const wanted = input.channels.map((name) => ({ name, channel: parseChannel(name) }));
  const conversationIds = wanted.flatMap(({ channel }) =>
    channel?.kind === "conversation" || channel?.kind === "receipts" ? [channel.id] : [],
  );
  const visible = new Set(await listVisible(ctx, conversationIds));
  const asksToShare = wanted.some(
    ({ channel }) => channel?.kind === "receipts" || channel?.kind === "presence",
  );
  const shares = asksToShare ? await getPreferences(ctx.actor.id) : null;
  const rules: Record<ParsedChannel["kind"], (id: string) => boolean> = {
    conversation: (id) => visible.has(id),
    receipts: (id) => shares?.readReceipts === true && visible.has(id),
    user: (id) => id === ctx.actor.id,
    presence: (id) => shares?.showPresence === true || id === ctx.actor.id,
    person: () => true,
  };
  const mayListen = (name: string, channel: ParsedChannel | null) => {
    const permission = consolePermission(name);
    return permission ? can(ctx.actor, permission) : channel && rules[channel.kind](channel.id);
  };
  return Object.fromEntries(
    wanted.map(({ name, channel }) => [
      name,
      mayListen(name, channel) ? { auth: pusherServer().authorize(input.socketId, name).auth } : null,
    ]),
  );
}

async function listVisible(ctx: ActorContext, conversationIds: string[]): Promise<string[]> {
  if (conversationIds.length === 0) return [];
  const statement = processSingleton("visible-conversations", prepareVisible);
  const rows = await statement.execute({ userId: ctx.actor.id, ids: `{${conversationIds}}` });
  return rows.map((r) => r.id);
}

/** Built once, and planned once for each connection: after an outage everybody asks for it at the same time. */
function prepareVisible() {
  const { placeholder } = sql;
  return database()
    .db.select({ id: conversationMembers.conversationId })
    .from(conversationMembers)
    .innerJoin(conversations, eq(conversations.id, conversationMembers.conversationId))
    .where(
      and(
        eq(conversationMembers.userId, placeholder("userId")),
        sql`${conversationMembers.conversationId} = any(${placeholder("ids")}::uuid[])`,
        isNull(conversations.deletedAt),
      ),
    )
    .prepare("visible_conversations");
}
