import { eq, sql } from "drizzle-orm";
import { queueMail } from "@/features/mail/server/queue-mail";
import type { AuditAction } from "@/server/audit/audit-actions";
import { forgetSessions } from "@/server/auth/active-session";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import { users } from "@/server/db/schema/users";
import type { Transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import type { AdminUser, UserStatus } from "../dto";
import { mailRecipient, timeFor } from "./mail-recipient";
import { requireAnotherAdmin } from "./require-another-admin";

type StatusChange = {
  to: UserStatus;
  action: Extract<AuditAction, `user.${string}`>;
  /** the mail that tells the person */
  mail: "approved" | "rejected" | "suspended" | "banned" | "reactivated" | "deactivated";
  reason?: string;
  until?: Date | null;
};

/**
 * The end of every change of an account's status: writes it down with its reason, ends the sessions of
 * somebody who may no longer come in, and tells them by mail. The caller holds the account's lock and has
 * checked that it may happen. Throws LAST_ADMIN when nobody could administer the instance afterwards.
 */
export async function changeStatus(
  tx: Transaction,
  user: AdminUser,
  { to, action, mail, reason, until = null }: StatusChange,
): Promise<AdminUser> {
  if (user.status === "active" && user.role === "admin") await requireAnotherAdmin(tx.db, user.id);
  await tx.db
    .update(users)
    .set({ status: to, statusReason: reason ?? null, suspendedUntil: until, updatedAt: sql`now()` })
    .where(eq(users.id, user.id));
  tx.audit({
    action,
    target: { type: "user", id: user.id },
    before: { status: user.status },
    after: { status: to, ...(until && { until: until.toISOString() }) },
    reason,
  });
  if (to !== "active") await revokeSessions(tx, { userId: user.id }, `the account is ${to}`);
  tx.afterCommit(() => forgetSessions({ userId: user.id }));
  const recipient = await mailRecipient(tx.db, user.id);
  await queueMail(tx, {
    to: recipient,
    template: mail,
    values: { username: user.username },
    facts: { reason: reason ?? null, until: until && timeFor(recipient, until) },
    url: to === "active" ? `${env().APP_URL}/sign-in` : undefined,
  });
  return {
    ...user,
    status: to,
    statusReason: reason ?? null,
    suspendedUntil: until?.toISOString() ?? null,
  };
}
