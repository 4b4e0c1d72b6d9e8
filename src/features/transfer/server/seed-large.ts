import { ExplainedError } from "@/lib/explained-error";
import { hashPassword } from "@/server/auth/password";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { transaction } from "@/server/db/transaction";
import { largePassword } from "../large/password";
import { type LargeSize, planLarge } from "../large/plan";
import { conversationRows, memberRows, messageRows, peopleRows } from "../large/rows";
import { copyRows } from "./copy-rows";
import { withoutIndexes } from "./without-indexes";

type Progress = { signal: AbortSignal; onProgress: (text: string) => void };
export type LargeOutcome = LargeSize & { memberships: number };

/**
 * Fills an empty instance with a large company, by COPY: all of it or nothing. The same sizes give the same data but for
 * its times, which end now. Throws ExplainedError where there are messages already.
 */
export async function seedLarge(ctx: Context, size: LargeSize, progress: Progress): Promise<LargeOutcome> {
  const { sql } = database();
  const [present] = await sql`select exists (select 1 from messages) as messages`;
  if (present?.messages)
    throw new ExplainedError(
      "This instance has messages already. The large workspace needs an empty one: choose a new data folder (OFFCHAT_DATA_DIR).",
    );
  progress.onProgress("planning");
  const plan = planLarge(size);
  const passwordHash = await hashPassword(largePassword);
  await sql.begin(async (tx) => {
    const now = Date.now();
    const copy = (table: string, columns: string[], rows: Iterable<unknown[]>, total: number) =>
      copyRows(tx, table, columns, rows, {
        signal: progress.signal,
        onRows: (count) =>
          progress.onProgress(`${table}: ${count.toLocaleString("en")} of ${total.toLocaleString("en")}`),
      });
    const building = (name: string) => {
      progress.signal.throwIfAborted();
      progress.onProgress(`building ${name}`);
    };
    await tx`set local synchronous_commit = off`;
    await copy("users", peopleColumns, peopleRows(plan, passwordHash), plan.people);
    await copy("conversations", conversationColumns, conversationRows(plan, now), plan.members.length);
    const memberships = countMemberships(plan.members);
    await withoutIndexes(
      tx,
      "conversation_members",
      () => copy("conversation_members", memberColumns, memberRows(plan), memberships),
      building,
    );
    await withoutIndexes(
      tx,
      "messages",
      () => copy("messages", messageColumns, messageRows(plan, now), plan.messages),
      building,
    );
  });
  progress.onProgress("analysing");
  for (const table of ["users", "conversations", "conversation_members", "messages"])
    await sql`vacuum (analyze) ${sql(table)}`;
  const memberships = countMemberships(plan.members);
  await transaction(ctx, async (tx) => {
    const target = { type: "transfer", id: "large" } as const;
    tx.audit({ action: "transfer.seeded", target, after: { ...size, memberships } });
  });
  return { ...size, memberships };
}

const countMemberships = (members: number[][]) => members.reduce((sum, { length }) => sum + length, 0);

const peopleColumns = ["id", "username", "display_name", "email", "password_hash", "status", "created_at"];
const conversationColumns = [
  ...["id", "kind", "visibility", "name", "direct_key"],
  ...["last_seq", "revision", "last_activity_at", "created_at"],
];
const memberColumns = ["conversation_id", "user_id", "role", "last_read_seq", "joined_at"];
const messageColumns = ["id", "conversation_id", "seq", "revision", "author_id", "body", "created_at"];
