import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { accountLinks } from "@/server/db/schema/users";

type NewLink = {
  purpose: "first_admin" | "invitation";
  userId?: string;
  createdBy?: string;
  lifetimeHours: number;
};

/** Stores a new one-time link and returns its secret, which nobody can read again, and when it ends. */
export async function createAccountLink(
  db: Queryable,
  link: NewLink,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  const [row] = await db
    .insert(accountLinks)
    .values({
      tokenHash: hashOf(token),
      purpose: link.purpose,
      userId: link.userId,
      createdBy: link.createdBy,
      expiresAt: sql`now() + ${link.lifetimeHours} * interval '1 hour'`,
    })
    .returning({ expiresAt: accountLinks.expiresAt });
  return { token, ...(row as { expiresAt: Date }) };
}

/** The link behind `token`. Throws LINK_INVALID when it is unknown, used or expired. */
export async function requireAccountLink(db: Queryable, token: string) {
  const [link] = await db.select().from(accountLinks).where(usable(token));
  if (!link) throw new AppError("LINK_INVALID");
  return link;
}

/** Uses the link up. Throws LINK_INVALID, also for the second of two who use it at the same moment. */
export async function useAccountLink(db: Queryable, token: string) {
  const [link] = await db.update(accountLinks).set({ usedAt: sql`now()` }).where(usable(token)).returning();
  if (!link) throw new AppError("LINK_INVALID");
  return link;
}

const usable = (token: string) =>
  and(
    eq(accountLinks.tokenHash, hashOf(token)),
    isNull(accountLinks.usedAt),
    gt(accountLinks.expiresAt, sql`now()`),
  );

const hashOf = (token: string) => createHash("sha256").update(token).digest();
