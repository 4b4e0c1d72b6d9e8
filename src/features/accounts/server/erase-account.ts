import { eq, sql } from "drizzle-orm";
import { leaveAllGroups } from "@/features/conversations/server/leave-all-groups";
import { queueMail } from "@/features/mail/server/queue-mail";
import type { AdminUser } from "@/features/users/dto";
import { mailRecipient } from "@/features/users/server/mail-recipient";
import { requireAnotherAdmin } from "@/features/users/server/require-another-admin";
import { erasedName, erasedUsername } from "@/lib/erased";
import { forgetSessions } from "@/server/auth/active-session";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import type { Transaction } from "@/server/db/transaction";
import { announceProfile } from "./announce-profile";
import { erasePersonalRows } from "./erase-personal-rows";
import { eraseTracesJob } from "./erase-traces";

/**
 * Deletes an account whose lock the caller holds: sessions and sockets end, groups are left (an owner's go to
 * a successor), everything kept about the person is deleted. What remains is a row without a name, for
 * messages that stay. What takes longer is done by a job. Throws LAST_ADMIN.
 */
export async function eraseAccount(
  tx: Transaction,
  ctx: ActorContext,
  user: AdminUser,
  { messages, reason }: { messages: "keep" | "remove"; reason?: string },
): Promise<void> {
  const { id } = user;
  if (user.status === "active" && user.role === "admin") await requireAnotherAdmin(tx.db, id);
  const recipient = await mailRecipient(tx.db, id);
  await revokeSessions(tx, { userId: id }, "the account was deleted");
  const erased = { username: erasedUsername(id), displayName: erasedName };
  // Before the groups are left: their members have the name on screen.
  await announceProfile(tx, { id, ...erased });
  await tx.db
    .update(users)
    .set({
      ...erased,
      ...{ email: null, emailVerifiedAt: null, passwordHash: null, importKey: null },
      ...{ bio: "", locale: null, timeZone: null, statusReason: null, suspendedUntil: null },
      ...{ role: "user", status: "deactivated" },
      erasedAt: sql`now()`,
      updatedAt: sql`now()`,
    })
    .where(eq(users.id, id));
  // After the name is gone: the notes of this speak of nobody.
  await leaveAllGroups(tx, { ...user, ...erased });
  await erasePersonalRows(tx.db, id);
  tx.audit({ action: "user.deleted", target: { type: "user", id }, after: { messages }, reason });
  tx.enqueue(eraseTracesJob, { userId: id, messages, by: ctx.actor.id });
  tx.disconnect(id);
  tx.afterCommit(() => forgetSessions({ userId: id }));
  const values = { username: user.username };
  await queueMail(tx, { to: recipient, template: "deleted", values, facts: { reason: reason ?? null } });
}
