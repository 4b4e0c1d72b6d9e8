import { and, desc, eq, ne } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { signInAttempts } from "@/server/db/schema/sessions";
import type { OwnSignInAttempt } from "../dto";
import { describeDevice } from "./describe-device";

const limit = 20;

/** The last attempts to sign in to the actor's account, newest first: how somebody notices that others try. */
export async function listOwnSignInAttempts(ctx: ActorContext): Promise<OwnSignInAttempt[]> {
  const rows = await database()
    .db.select()
    .from(signInAttempts)
    .where(and(eq(signInAttempts.userId, ctx.actor.id), ne(signInAttempts.outcome, "confirmed")))
    .orderBy(desc(signInAttempts.id))
    .limit(limit);
  return rows.map(({ id, at, outcome, userAgent, ip, country }) => ({
    id,
    at: at.toISOString(),
    outcome: outcome === "signed_in" ? "succeeded" : "failed",
    device: describeDevice(userAgent),
    ip,
    country,
  }));
}
