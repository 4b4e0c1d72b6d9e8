import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { SystemEvent } from "@/features/conversations/system-event";
import { changeMessage } from "@/features/messages/server/change-message";
import type { UserSummary } from "@/features/users/dto";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { messageRevisions, messages } from "@/server/db/schema/messages";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { defineJob } from "@/server/jobs/job";

type Payload = { userId: string; messages: "keep" | "remove"; by: string };

/** What is left to do after an account was deleted. It can be interrupted and done again. */
export const eraseTracesJob = defineJob<Payload>("accounts.erase-traces");

/** Messages that one transaction changes. */
const batch = 100;

/** Takes the person's name out of notes in group histories, and, if so wanted, what they wrote everywhere. */
export async function eraseTraces(
  ctx: Context,
  { userId, messages: choice, by }: Payload,
): Promise<{ renamed: number; removed: number }> {
  const renamed = await renameInNotes(ctx, userId);
  const removed = choice === "remove" ? await removeMessages(ctx, userId, by) : 0;
  return { renamed, removed };
}

async function renameInNotes(ctx: Context, userId: string): Promise<number> {
  const { db } = database();
  const [person] = await db
    .select({ id: users.id, username: users.username, displayName: users.displayName })
    .from(users)
    .where(eq(users.id, userId));
  if (!person) return 0;
  const notes = await db
    .select({ id: messages.id, conversationId: messages.conversationId, system: messages.system })
    .from(messages)
    .where(
      and(
        eq(messages.kind, "system"),
        sql`${messages.system}::text like ${`%${userId}%`}`,
        sql`${messages.system}::text not like ${`%${person.username}%`}`,
      ),
    );
  for (const { system, ...note } of notes) {
    await transaction(ctx, (tx) =>
      changeMessage(tx, note, { system: withName(system as SystemEvent, person) }),
    );
  }
  return notes.length;
}

/** The note, in which the person goes by what they are called now. */
function withName(system: SystemEvent, person: UserSummary): SystemEvent {
  const renamed = (each: UserSummary) => (each.id === person.id ? person : each);
  if ("people" in system) return { ...system, people: system.people.map(renamed) };
  if ("person" in system) return { ...system, person: renamed(system.person) };
  return system;
}

async function removeMessages(ctx: Context, userId: string, by: string): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await transaction(ctx, async (tx) => {
      const found = await tx.db
        .select({ id: messages.id, conversationId: messages.conversationId })
        .from(messages)
        .where(
          and(
            eq(messages.authorId, userId),
            sql`${messages.kind} <> 'system'`,
            or(isNull(messages.deletedAt), sql`${messages.body} <> ''`),
          ),
        )
        .orderBy(messages.conversationId, messages.id)
        .limit(batch);
      for (const message of found) {
        await tx.db.delete(messageRevisions).where(eq(messageRevisions.messageId, message.id));
        await changeMessage(tx, message, {
          body: "",
          deletedAt: sql`coalesce(${messages.deletedAt}, now())`,
          deletedBy: by,
          deleteReason: null,
        });
      }
      return found.length;
    });
    removed += count;
    if (count < batch) return removed;
  }
}
