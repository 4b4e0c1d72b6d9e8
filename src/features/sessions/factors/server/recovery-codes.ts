import { createHash, randomInt } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "@/server/db/client";
import { recoveryCodes } from "@/server/db/schema/factors";

const howMany = 10;
/** Crockford's: no letters that look like digits. 16 of them are 80 bits, more than anybody can try. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const length = 16;

/** Replaces a person's recovery codes; the old ones stop working. Returns the new ones, to be shown once. */
export async function replaceRecoveryCodes(db: Queryable, userId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode);
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await db.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: hashOf(userId, code) })));
  return codes;
}

/** Uses a recovery code up. False when it is wrong or was used before. */
export async function spendRecoveryCode(db: Queryable, userId: string, code: string): Promise<boolean> {
  const used = await db
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashOf(userId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: recoveryCodes.userId });
  return used.length > 0;
}

function newCode(): string {
  const characters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
  return (characters.match(/.{4}/g) as string[]).join("-");
}

/** However it was typed: letter case, spaces and hyphens do not matter. */
function hashOf(userId: string, code: string): Buffer {
  const plain = code.toLowerCase().replace(/[^0-9a-z]/g, "");
  return createHash("sha256").update(`recovery ${userId} ${plain}`).digest();
}
