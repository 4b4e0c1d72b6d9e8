import webPush from "web-push";
import { database } from "@/server/db/client";
import { pushKeys } from "@/server/db/schema/notifications";

/**
 * The pair of keys by which push services know this instance: made once, by whoever needs it first, and kept in the
 * database, because browsers take messages of no other pair.
 */
export async function getPushKeys(): Promise<{ publicKey: string; privateKey: string }> {
  const { db } = database();
  const columns = { publicKey: pushKeys.publicKey, privateKey: pushKeys.privateKey };
  const [known] = await db.select(columns).from(pushKeys);
  if (known) return known;
  await db.insert(pushKeys).values(webPush.generateVAPIDKeys()).onConflictDoNothing();
  const [kept] = await db.select(columns).from(pushKeys);
  if (!kept) throw new Error("The push keys were not kept.");
  return kept;
}

/** What browsers need to take messages of this instance. */
export async function getPublicKey(): Promise<string> {
  return (await getPushKeys()).publicKey;
}
