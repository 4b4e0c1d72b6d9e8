import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { OwnProfile } from "@/features/users/dto";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database, type Queryable } from "@/server/db/client";
import { accountLinks, users } from "@/server/db/schema/users";

/** What the actor can change of their own account. */
export async function getOwnProfile(ctx: ActorContext, db: Queryable = database().db): Promise<OwnProfile> {
  const { id } = ctx.actor;
  const [[row], [waiting]] = await Promise.all([
    db
      .select({
        ...userSummaryColumns,
        bio: users.bio,
        locale: users.locale,
        timeZone: users.timeZone,
        email: users.email,
      })
      .from(users)
      .where(eq(users.id, id)),
    db
      .select({ email: accountLinks.email })
      .from(accountLinks)
      .where(
        and(
          eq(accountLinks.userId, id),
          eq(accountLinks.purpose, "email_change"),
          isNull(accountLinks.usedAt),
          gt(accountLinks.expiresAt, sql`now()`),
        ),
      )
      .orderBy(desc(accountLinks.createdAt))
      .limit(1),
  ]);
  if (!row) throw new AppError("NOT_FOUND");
  return { ...row, newEmail: waiting?.email ?? null };
}
