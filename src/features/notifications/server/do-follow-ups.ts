import { inArray, sql } from "drizzle-orm";
import type { ConversationFollowUps } from "@/features/conversations/follow-ups";
import type { MessageFollowUps } from "@/features/messages/follow-ups";
import { enqueueLinkPreviews } from "@/features/messages/link-previews/server/request-link-preview";
import type { Context } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { followUps } from "@/server/db/schema/follow-ups";
import { type Transaction, transaction } from "@/server/db/transaction";
import { log } from "@/server/log/log";
import { enqueuePushes } from "../push/server/enqueue-pushes";
import { announceNotifications } from "./announce-notifications";
import { notifyOfGroups } from "./notify-of-groups";
import { notifyOfMessages } from "./notify-of-messages";
import { notifyOfReactions } from "./notify-of-reactions";

type FollowUps = MessageFollowUps & ConversationFollowUps;
type Due = { [Kind in keyof FollowUps]: { id: number; kind: Kind; data: FollowUps[Kind] } }[keyof FollowUps];

const batch = 100;
const attemptLimit = 5;

/**
 * Does what changes left to be done: tells those whom they concern. Each follow-up is taken away in the very
 * transaction that does it, and whoever comes second passes over what is taken: it happens once, however many
 * processes are at it and wherever one of them dies. Returns how many were done.
 */
export async function doFollowUps(ctx: Context, limit = batch): Promise<number> {
  let taken: number[] = [];
  try {
    return await transaction(ctx, async (tx) => {
      const due = await takeDue(tx.db, limit);
      taken = due.map((each) => each.id);
      if (due.length > 0) await notify(tx, due);
      return due.length;
    });
  } catch (error) {
    if (taken.length === 0) throw error;
    // One that cannot be done must not hold up the others.
    if (taken.length > 1) {
      for (let i = 0; i < taken.length; i++) await doFollowUps(ctx, 1);
      return taken.length;
    }
    log().error({ err: error, followUp: taken[0] }, "a follow-up broke off");
    await transaction(ctx, (tx) =>
      tx.db
        .update(followUps)
        .set({ attempts: sql`${followUps.attempts} + 1` })
        .where(inArray(followUps.id, taken)),
    );
    return 1;
  }
}

async function takeDue(db: Queryable, limit: number): Promise<Due[]> {
  const rows = await db.execute<Due>(sql`
    delete from follow_ups where id in (
      select id from follow_ups where attempts < ${attemptLimit}
      order by attempts, id limit ${limit} for update skip locked
    ) returning id, kind, data`);
  return [...rows].sort((a, b) => Number(a.id) - Number(b.id));
}

async function notify(tx: Transaction, due: Due[]): Promise<void> {
  const told: string[] = [];
  const sent: string[] = [];
  const reactions: FollowUps["message.reacted"][] = [];
  const added: FollowUps["members.added"][] = [];
  const linked: FollowUps["message.linked"][] = [];
  for (const { kind, data } of due) {
    if (kind === "message.reacted") reactions.push(data);
    else if (kind === "members.added") added.push(data);
    else if (kind === "message.linked") linked.push(data);
    else told.push(data.messageId);
    if (kind === "message.sent") sent.push(data.messageId);
  }
  const ids = [
    ...(await notifyOfMessages(tx.db, told)),
    ...(await notifyOfReactions(tx.db, reactions)),
    ...(await notifyOfGroups(tx.db, added)),
  ];
  await enqueuePushes(tx, sent);
  await enqueueLinkPreviews(tx, linked);
  await announceNotifications(tx, ids);
}
