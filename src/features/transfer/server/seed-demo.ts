import { randomBytes } from "node:crypto";
import { and, eq, like, sql } from "drizzle-orm";
import { toUsers } from "@/features/conversations/server/events";
import { ExplainedError } from "@/lib/explained-error";
import { verifyPassword } from "@/server/auth/password";
import type { Context } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { directs } from "../demo/directs";
import { demoPassword, demoPeople } from "../demo/people";
import { demoGroups } from "../demo/workspace";
import { importKey } from "./import-key";
import { insertDemoConversation } from "./insert-demo-conversation";
import { type DemoAccount, insertDemoPeople } from "./insert-demo-people";

export type SeedOutcome = {
  /** False: the demo was there already, and nothing was changed. */
  seeded: boolean;
  accounts: Pick<DemoAccount, "username" | "displayName" | "role">[];
  /** Everybody's; null where it was changed, or shown only once, when the demo was made. */
  password: string | null;
  messages: number;
};

/**
 * Fills an instance with the demo company, all of it or nothing. The accounts share a password that everybody
 * can look up, so this is refused (ExplainedError) where somebody other than one first administrator has an
 * account, unless `force`: then they get a random password.
 */
export async function seedDemo(ctx: Context, { force }: { force: boolean }): Promise<SeedOutcome> {
  return transaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('offchat.seed'))`);
    const existing = await tx.db
      .select()
      .from(users)
      .where(like(users.importKey, importKey("demo", "%")))
      .orderBy(users.importKey);
    if (existing.length > 0) {
      const fits = await verifyPassword(existing[0]?.passwordHash ?? null, demoPassword);
      return { seeded: false, accounts: existing, password: fits ? demoPassword : null, messages: 0 };
    }
    const shared = await isShared(tx.db);
    if (shared && !force) {
      throw new ExplainedError(
        "This instance already has people. The demo adds twelve accounts, one of them an administrator: use an empty " +
          "data folder (OFFCHAT_DATA_DIR), or add --force to have them here, with a random password.",
      );
    }
    const password = shared ? randomBytes(12).toString("base64url") : demoPassword;
    const admins = await listAdmins(tx.db);
    const accounts = await insertDemoPeople(tx.db, password);
    const now = new Date();
    let messages = 0;
    for (const talk of [...demoGroups, ...directs]) {
      const conversation = await insertDemoConversation(tx.db, talk, accounts, admins, now);
      messages += conversation.messages;
      if (conversation.joined.length > 0) {
        tx.emit(...toUsers(conversation.joined, "conversation.added", { conversationId: conversation.id }));
      }
    }
    tx.audit({
      action: "transfer.seeded",
      target: { type: "transfer", id: "demo" },
      after: { people: demoPeople.length, conversations: demoGroups.length + directs.length, messages },
    });
    return { seeded: true, accounts: [...accounts.values()], password, messages };
  });
}

/** Whether anybody but a single administrator has an account. */
async function isShared(db: Queryable): Promise<boolean> {
  const people = await db.select({ role: users.role }).from(users).limit(2);
  return people.length > 1 || people.some(({ role }) => role !== "admin");
}

async function listAdmins(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.status, "active")));
  return rows.map(({ id }) => id);
}
