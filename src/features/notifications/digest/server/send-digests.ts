import { and, asc, eq, gt, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Settings } from "@/features/settings/dto";
import { getSettings } from "@/features/settings/server/get-settings";
import type { Context } from "@/server/context";
import { database, type Queryable } from "@/server/db/client";
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
  const instance = await getSettings();
  if (instance.initialDigest !== "off") await giveRows();
  let after: string | undefined;
  for (;;) {
    const people = await selectReaders(
      database().db,
      instance,
      after ? gt(notificationSettings.userId, after) : undefined,
    )
      .orderBy(asc(notificationSettings.userId))
      .limit(page);
    for (const person of people.filter((each) => isDigestDue(each, now))) {
      sent += (await transaction(ctx, (tx) => sendDigest(tx, instance, person.userId, now))) ? 1 : 0;
    }
    after = people.at(-1)?.userId;
    if (people.length < page) return { sent };
  }
}

/** Whoever has chosen nothing yet gets a row, which holds when their last digest was and the token that ends them. */
async function giveRows(): Promise<void> {
  await database().db.execute(sql`
    insert into notification_settings (user_id)
    select u.id from users u left join notification_settings s on s.user_id = u.id
    where u.status = 'active' and u.email is not null and s.user_id is null
    on conflict do nothing`);
}

/** Those who want digests, or have not chosen where the instance sends them, as far as they can get mail. */
function selectReaders(db: Queryable, instance: Settings, which: SQL | undefined) {
  const { digest, pushText, timeZone, locale, userId, digestAt, unsubscribeToken } = notificationSettings;
  const wanted = instance.initialDigest === "off" ? ne(digest, "off") : or(ne(digest, "off"), isNull(digest));
  return db
    .select({
      ...{ userId, digestAt, unsubscribeToken, email: users.email, activeAt: presences.activeAt },
      digest: sql<Settings["initialDigest"]>`coalesce(${digest}, ${instance.initialDigest})`,
      showsText: sql<boolean>`coalesce(${pushText}, ${instance.initialPushText}::boolean)`,
      timeZone: sql<string>`coalesce(${timeZone}, ${users.timeZone}, 'UTC')`,
      locale: sql<string | null>`coalesce(${locale}, ${users.locale})`,
    })
    .from(notificationSettings)
    .innerJoin(users, eq(users.id, userId))
    .leftJoin(presences, eq(presences.userId, users.id))
    .where(and(wanted, eq(users.status, "active"), isNotNull(users.email), which));
}

async function sendDigest(tx: Transaction, instance: Settings, userId: string, now: Date): Promise<boolean> {
  const itself = eq(notificationSettings.userId, userId);
  const [person] = await selectReaders(tx.db, instance, itself).for("update", {
    of: notificationSettings,
    skipLocked: true,
  });
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
