import { asc, eq } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { passkeys } from "@/server/db/schema/factors";
import type { OwnPasskey } from "../dto";
import { toOwnPasskey } from "./to-dto";

/** The actor's passkeys, oldest first. There are never more than `maximumPasskeys`. */
export async function listOwnPasskeys(ctx: ActorContext): Promise<OwnPasskey[]> {
  const rows = await database()
    .db.select()
    .from(passkeys)
    .where(eq(passkeys.userId, ctx.actor.id))
    .orderBy(asc(passkeys.id));
  return rows.map(toOwnPasskey);
}
