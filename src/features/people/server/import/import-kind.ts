import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { JobKind } from "@/features/jobs/server/job-kind";
import { refuseTaken } from "@/features/users/server/insert-account";
import { setRole } from "@/features/users/server/set-role";
import { AppError } from "@/server/app-error";
import { users } from "@/server/db/schema/users";
import { type Transaction, transaction } from "@/server/db/transaction";
import { changesOf, rankProblem, roleOf } from "./judge-rows";

const rowInput = z.object({
  username: z.string(),
  displayName: z.string(),
  email: z.string(),
  role: z.string().default(""),
});
const beforeInput = z.object({
  created: z.boolean(),
  userId: z.uuid(),
  displayName: z.string().optional(),
  email: z.string().nullish(),
  role: z.enum(["admin", "moderator", "user"]).optional(),
});

/**
 * Takes over one row of a file: somebody new comes as an imported person, who is then invited; of somebody known,
 * the names and address change. What has become of the account since the plan was made counts.
 */
export const importKind: JobKind = {
  kind: "people.import",
  permission: "people.import",
  run: (ctx, item) =>
    transaction(ctx, async (tx) => {
      const row = rowInput.parse(item.input);
      const known = await findForUpdate(tx, row.username);
      // Whoever imports may have become less since the plan was made.
      const problem = rankProblem(row, known, ctx.actor);
      if (problem) throw new AppError(problem);
      if (!known) return { created: true, userId: await create(tx, row) };
      const { role, ...changes } = changesOf(row, known);
      const { id: userId, displayName, email } = known;
      if (Object.keys(changes).length > 0) await change(tx, userId, changes, { displayName, email });
      if (role) await setRole({ ...ctx, within: tx }, { userId, role });
      else if (Object.keys(changes).length === 0) return null;
      return { created: false, userId, displayName, email, ...(role && { role: known.role }) };
    }),
  undo: (ctx, _item, before) =>
    transaction(ctx, async (tx) => {
      const { created, userId, displayName, email, role } = beforeInput.parse(before);
      if (!created) {
        if (role) await setRole({ ...ctx, within: tx }, { userId, role });
        return change(tx, userId, { displayName, email: email ?? null }, null);
      }
      const gone = await tx.db
        .delete(users)
        .where(and(eq(users.id, userId), eq(users.status, "deactivated"), isNull(users.passwordHash)))
        .returning({ id: users.id });
      // They have taken over their account: it is theirs now.
      if (gone.length === 0) throw new AppError("ALREADY_DONE");
      tx.audit({ action: "user.import-undone", target: { type: "user", id: userId } });
    }),
};

async function findForUpdate(tx: Transaction, username: string) {
  const [known] = await tx.db
    .select({
      id: users.id,
      username: users.username,
      displayName: users.displayName,
      email: users.email,
      role: users.role,
    })
    .from(users)
    .where(eq(users.username, username))
    .for("update");
  return known;
}

async function create(tx: Transaction, row: z.infer<typeof rowInput>) {
  const { username, displayName, email } = row;
  const role = roleOf(row.role) ?? "user";
  const [made] = await tx.db
    .insert(users)
    .values({
      username,
      displayName: displayName || username,
      email: email || null,
      role,
      status: "deactivated",
      importKey: sql`'csv:' || uuidv7()`,
    })
    .returning({ id: users.id })
    .catch(refuseTaken);
  const { id } = made as { id: string };
  tx.audit({
    action: "user.imported",
    target: { type: "user", id },
    after: { username, displayName, email, role },
  });
  return id;
}

async function change(
  tx: Transaction,
  userId: string,
  to: { displayName?: string; email?: string | null },
  before: unknown,
) {
  const changed = await tx.db
    .update(users)
    .set({ ...to, updatedAt: sql`now()` })
    .where(eq(users.id, userId))
    .returning({ id: users.id })
    .catch(refuseTaken);
  if (changed.length === 0) throw new AppError("NOT_FOUND");
  tx.audit({ action: "user.edited", target: { type: "user", id: userId }, before, after: to });
}
