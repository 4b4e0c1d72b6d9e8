import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { invitationLinks } from "@/server/db/schema/invitation-links";

/** A new secret: 256 random bits, as they stand in the link. */
export const newLinkToken = () => randomBytes(32).toString("base64url");

/** What is kept of a secret. It is long and random, so that a plain hash cannot be undone by guessing. */
export const hashLinkToken = (token: string) => createHash("sha256").update(token).digest();

/** The condition for links that still let people in. */
export const usableLink = () =>
  and(
    isNull(invitationLinks.revokedAt),
    or(isNull(invitationLinks.expiresAt), gt(invitationLinks.expiresAt, sql`now()`)),
    or(isNull(invitationLinks.maxUses), lt(invitationLinks.useCount, invitationLinks.maxUses)),
  );

/** The condition for the usable link with this secret. */
export const linkOf = (token: string) =>
  and(eq(invitationLinks.tokenHash, hashLinkToken(token)), usableLink());
