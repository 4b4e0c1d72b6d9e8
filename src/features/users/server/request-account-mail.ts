import { and, count, eq, gt, or, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { accountLinks, users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { defineJob } from "@/server/jobs/job";
import { mailIsOn } from "@/server/mail/mail-server";
import { openText, sealText } from "@/server/sealed-text";
import { sendResetLink } from "./send-reset-link";
import { sendVerification } from "./verify-email";

type Wanted = "password_reset" | "email_verification";

/** Looks whether there is an account, and sends it what was asked for. What somebody typed waits encrypted. */
export const accountMailJob = defineJob<{ wanted: Wanted; sealedLogin: string }>("account-mail.send");

const purpose = "account-mail";
/** Mail of one kind that one account gets in an hour. */
const perHour = 3;

/**
 * Asks for mail to an account that is named by its address or user name. The answer and the time it takes
 * are the same whether or not there is such an account: a job looks. Throws MAIL_OFF where nothing can be sent.
 */
export async function requestAccountMail(
  ctx: Context,
  wanted: Wanted,
  { login }: { login: string },
): Promise<void> {
  if (!mailIsOn()) throw new AppError("MAIL_OFF");
  await transaction(ctx, async (tx) => {
    tx.enqueue(accountMailJob, { wanted, sealedLogin: sealText(purpose, login) });
  });
}

/** The job itself. */
export async function sendAccountMail(
  ctx: Context,
  { wanted, sealedLogin }: { wanted: Wanted; sealedLogin: string },
): Promise<{ sent: number }> {
  const login = openText(purpose, sealedLogin);
  return transaction(ctx, async (tx) => {
    const [user] = await tx.db
      .select()
      .from(users)
      .where(or(eq(users.email, login), eq(users.username, login)))
      .limit(1)
      .for("update");
    const { email } = user ?? {};
    if (!user || !email || (user.status !== "active" && user.status !== "pending")) return { sent: 0 };
    const [earlier] = await tx.db
      .select({ links: count() })
      .from(accountLinks)
      .where(
        and(
          eq(accountLinks.userId, user.id),
          eq(accountLinks.purpose, wanted),
          gt(accountLinks.createdAt, sql`now() - interval '1 hour'`),
        ),
      );
    if (earlier && earlier.links >= perHour) return { sent: 0 };
    if (wanted === "password_reset") await sendResetLink(tx, user, "resetPassword");
    else if (user.emailVerifiedAt) return { sent: 0 };
    else await sendVerification(tx, { ...user, email });
    return { sent: 1 };
  });
}
