import { and, asc, eq, gt, isNotNull, ne, sql } from "drizzle-orm";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { notificationSettings } from "@/server/db/schema/notifications";
import { presences } from "@/server/db/schema/presences";
import { users } from "@/server/db/schema/users";
import { type Transaction, transaction } from "@/server/db/transaction";
import { mailIsOn } from "@/server/mail/mail-server";
import { isDigestDue } from "../is-due";
import { collectDigest } from "./collect-digest";
import { mailDigest } from "./mail-digest";

const page = 500;

/**
 * Mails what they missed to all whose time it is. What a digest tells of is marked in the transaction that has the
 * mail sent, with the person's row locked: each thing is in one digest, however often this runs. Returns how many.
 */
export async function sendDigests(ctx: Context, now = new Date()): Promise<{ sent: number }> {
  let sent = 0;
  if (!mailIsOn()) return { sent };
  let after: string | undefined;
  for (;;) {
    const people = await listPeople(after);
    for (const person of people.filter((each) => isDigestDue(each, now))) {
      sent += (await transaction(ctx, (tx) => sendDigest(tx, person.userId, now))) ? 1 : 0;
    }
    after = people.at(-1)?.userId;
    if (people.length < page) return { sent };
  }
}

const columns = {
  userId: notificationSettings.userId,
  digest: notificationSettings.digest,
  timeZone: notificationSettings.timeZone,
  digestAt: notificationSettings.digestAt,
  locale: notificationSettings.locale,
  showsText: notificationSettings.pushText,
  unsubscribeToken: notificationSettings.unsubscribeToken,
  email: users.email,
  activeAt: presences.activeAt,
};

const wanted = and(
  ne(notificationSettings.digest, "off"),
  eq(users.status, "active"),
  isNotNull(users.email),
);

function listPeople(after: string | undefined) {
  return database()
    .db.select(columns)
    .from(notificationSettings)
    .innerJoin(users, eq(users.id, notificationSettings.userId))
    .leftJoin(presences, eq(presences.userId, users.id))
    .where(and(wanted, after ? gt(notificationSettings.userId, after) : undefined))
    .orderBy(asc(notificationSettings.userId))
    .limit(page);
}

async function sendDigest(tx: Transaction, userId: string, now: Date): Promise<boolean> {
  const itself = eq(notificationSettings.userId, userId);
  const [person] = await tx.db
    .select(columns)
    .from(notificationSettings)
    .innerJoin(users, eq(users.id, notificationSettings.userId))
    .leftJoin(presences, eq(presences.userId, users.id))
    .where(and(wanted, itself))
    .for("update", { of: notificationSettings, skipLocked: true });
  if (!person?.email || !isDigestDue(person, now)) return false;
  await tx.db
    .update(notificationSettings)
    .set({ digestAt: sql`${now.toISOString()}::timestamptz` })
    .where(itself);
  const digest = await collectDigest(tx.db, userId);
  if (digest.notifications.length === 0 && digest.directs.length === 0) return false;
  await mailDigest(tx, { ...person, email: person.email }, digest);
  return true;
}
