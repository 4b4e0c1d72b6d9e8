import { verificationIsDemanded } from "@/features/users/server/verify-email";
import { AppError } from "@/server/app-error";
import { users } from "@/server/db/schema/users";

/** What decides whether an account may be used. */
export const standingColumns = {
  role: users.role,
  status: users.status,
  statusReason: users.statusReason,
  suspendedUntil: users.suspendedUntil,
  emailVerifiedAt: users.emailVerifiedAt,
};

type Standing = Pick<typeof users.$inferSelect, keyof typeof standingColumns>;

/**
 * Why somebody who knows the password may not come in, as they are told it; null: they may. Administrators
 * need not confirm their address: a mail server that fails must not lock everybody out.
 */
export async function refusalOf(user: Standing): Promise<AppError | null> {
  const reason = user.statusReason ?? "–";
  switch (user.status) {
    case "suspended":
      return new AppError("ACCOUNT_SUSPENDED", {
        reason,
        limited: user.suspendedUntil ? "yes" : "no",
        until: user.suspendedUntil?.getTime() ?? 0,
      });
    case "banned":
      return new AppError("ACCOUNT_BANNED", { reason });
    case "rejected":
      return new AppError("ACCOUNT_REJECTED", { reason });
    case "deactivated":
      return new AppError("ACCOUNT_NOT_ACTIVE");
  }
  const unverified = !user.emailVerifiedAt && user.role !== "admin" && (await verificationIsDemanded());
  if (unverified) return new AppError("EMAIL_UNVERIFIED");
  return user.status === "pending" ? new AppError("ACCOUNT_PENDING") : null;
}
