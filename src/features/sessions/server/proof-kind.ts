import { eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { mailIsOn } from "@/server/mail/mail-server";
import type { ProofKind } from "../dto";
import { factorsOf } from "../factors/server/factors-of";

/**
 * With what the actor proves once more who they are: their password; without one a code of their second factor; with
 * neither a code that is mailed to their confirmed address.
 */
export async function proofKindOf(ctx: ActorContext): Promise<ProofKind> {
  const { id } = ctx.actor;
  const [row] = await database()
    .db.select({
      password: sql<boolean>`${users.passwordHash} is not null`,
      mail: sql<boolean>`${users.email} is not null and ${users.emailVerifiedAt} is not null`,
    })
    .from(users)
    .where(eq(users.id, id));
  if (row?.password) return "password";
  const { totpSince, recoveryCodesLeft } = await factorsOf(database().db, id);
  if (totpSince || recoveryCodesLeft > 0) return "code";
  return row?.mail && mailIsOn() ? "mail" : "none";
}
