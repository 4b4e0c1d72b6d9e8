import { and, desc, eq, lt } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { messageRevisions } from "@/server/db/schema/messages";
import type { MessageRevision, MessageRevisionPage } from "../dto";
import type { ListRevisionsInput } from "../input";
import { canSeeRevisions } from "../policy";
import { requireMessage } from "./access";

/**
 * What a message says and said, newest first, one keyset page at a time. Throws NOT_FOUND, FORBIDDEN, or
 * MESSAGE_DELETED: what was deleted cannot be read by way of its history.
 */
export async function listRevisions(
  ctx: ActorContext,
  { cursor, limit, ...input }: ListRevisionsInput,
): Promise<MessageRevisionPage> {
  const { conversation, message } = await requireMessage(ctx, input);
  if (message.deletedAt) throw new AppError("MESSAGE_DELETED");
  if (!canSeeRevisions(ctx.actor, conversation, message)) throw new AppError("FORBIDDEN");
  const ofMessage = eq(messageRevisions.messageId, message.id);
  const rows = await database()
    .db.select({
      version: messageRevisions.version,
      body: messageRevisions.body,
      writtenAt: messageRevisions.writtenAt,
    })
    .from(messageRevisions)
    .where(and(ofMessage, cursor ? lt(messageRevisions.version, cursor.version) : undefined))
    .orderBy(desc(messageRevisions.version))
    .limit(limit + 1);
  const kept = rows.slice(0, limit).map((r) => ({ ...r, writtenAt: r.writtenAt.toISOString() }));
  const revisions = cursor ? kept : [currentOf(message, rows[0]?.version ?? 0), ...kept];
  const last = kept.at(-1);
  return { revisions, nextCursor: rows.length > limit && last ? { version: last.version } : null };
}

function currentOf(
  message: { body: string; createdAt: string; editedAt: string | null },
  newestKept: number,
): MessageRevision {
  return { version: newestKept + 1, body: message.body, writtenAt: message.editedAt ?? message.createdAt };
}
