import { eq } from "drizzle-orm";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";

/** A user name like the wanted one, of letters and digits, that nobody has. */
export async function freeUsername(db: Queryable, wanted: string): Promise<string> {
  const base = wanted.replace(/[^\p{L}\p{N}]/gu, "").slice(0, 40) || "person";
  const candidate = base.length >= 2 ? base : `${base}-person`;
  const [taken] = await db.select({ id: users.id }).from(users).where(eq(users.username, candidate));
  return taken ? `${candidate}-${crypto.randomUUID().slice(0, 8)}` : candidate;
}
