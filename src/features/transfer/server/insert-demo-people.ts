import { eq, sql } from "drizzle-orm";
import type { UserRole } from "@/features/users/dto";
import { insertAccount } from "@/features/users/server/insert-account";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { type DemoName, demoEmail, demoPeople } from "../demo/people";
import { importKey } from "./import-key";

export type DemoAccount = { id: string; username: string; displayName: string; role: UserRole };

/** Makes the demo's accounts, active and with this password. Returns them by their name in the scripts. */
export async function insertDemoPeople(db: Queryable, password: string): Promise<Map<DemoName, DemoAccount>> {
  const accounts = new Map<DemoName, DemoAccount>();
  for (const { name, displayName, role } of demoPeople) {
    const username = await freeUsername(db, name);
    const input = { username, displayName, email: demoEmail(name), password };
    const id = await insertAccount(db, input, { role, status: "active" });
    await db
      .update(users)
      .set({ importKey: importKey("demo", name), createdAt: sql`now() - interval '15 days'` })
      .where(eq(users.id, id));
    accounts.set(name, { id, username, displayName, role });
  }
  return accounts;
}

async function freeUsername(db: Queryable, wanted: string): Promise<string> {
  for (let suffix = 1; ; suffix++) {
    const username = suffix === 1 ? wanted : `${wanted}-${suffix}`;
    const [taken] = await db.select({ id: users.id }).from(users).where(eq(users.username, username));
    if (!taken) return username;
  }
}
