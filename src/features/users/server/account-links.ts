import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { type accountLinkPurposes, accountLinks } from "@/server/db/schema/users";

export type LinkPurpose = (typeof accountLinkPurposes)[number];

type NewLink = {
  purpose: LinkPurpose;
  /** the address that the link goes to, where its use proves who reads it */
  email?: string;
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
      email: link.email,
      createdBy: link.createdBy,
      expiresAt: sql`now() + ${link.lifetimeHours} * interval '1 hour'`,
    })
    .returning({ expiresAt: accountLinks.expiresAt });
  return { token, ...(row as { expiresAt: Date }) };
}

/** The link behind `token`. Throws LINK_INVALID when it is unknown, used, expired or for something else. */
export async function requireAccountLink(db: Queryable, token: string, purposes: readonly LinkPurpose[]) {
  const [link] = await db.select().from(accountLinks).where(usable(token, purposes));
  if (!link) throw new AppError("LINK_INVALID");
  return link;
}

/** Uses the link up. Throws LINK_INVALID, also for the second of two who use it at the same moment. */
export async function useAccountLink(db: Queryable, token: string, purposes: readonly LinkPurpose[]) {
  const [link] = await db
    .update(accountLinks)
    .set({ usedAt: sql`now()` })
    .where(usable(token, purposes))
    .returning();
  if (!link) throw new AppError("LINK_INVALID");
  return link;
}

/** Makes links of a person that were not used yet worthless. */
export async function withdrawAccountLinks(
  db: Queryable,
  userId: string,
  purposes: LinkPurpose[],
): Promise<void> {
  await db
    .delete(accountLinks)
    .where(
      and(
        eq(accountLinks.userId, userId),
        inArray(accountLinks.purpose, purposes),
        isNull(accountLinks.usedAt),
      ),
    );
}

/** Those with which somebody sets an account up. */
export const setUpPurposes = ["first_admin", "invitation", "email_invitation"] as const;

const usable = (token: string, purposes: readonly LinkPurpose[]) =>
  and(
    inArray(accountLinks.purpose, [...purposes]),
    eq(accountLinks.tokenHash, hashOf(token)),
    isNull(accountLinks.usedAt),
    gt(accountLinks.expiresAt, sql`now()`),
  );

const hashOf = (token: string) => createHash("sha256").update(token).digest();
