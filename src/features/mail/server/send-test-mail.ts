import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { mailHtml, mailText } from "@/server/mail/mail-layout";
import { mailIsOn, sendMail } from "@/server/mail/mail-server";
import { composeMail } from "./compose-mail";

/**
 * Sends a mail to whoever asks, at once and not by a job: what the mail server says to it is the answer. Throws
 * MAIL_OFF, EMAIL_MISSING, or MAIL_REFUSED with what went wrong.
 */
export async function sendTestMail(ctx: ActorContext): Promise<{ to: string }> {
  if (!mailIsOn()) throw new AppError("MAIL_OFF");
  const { email, locale } = users;
  const [to] = await database().db.select({ email, locale }).from(users).where(eq(users.id, ctx.actor.id));
  if (!to?.email) throw new AppError("EMAIL_MISSING");
  const { subject, content, replyTo } = await composeMail({ to, template: "test" });
  const [text, html] = [mailText(content), mailHtml(content)];
  const problem = await sendMail({ id: randomUUID(), to: to.email, subject, text, html, replyTo }).then(
    () => null,
    (error: Error) => error.message,
  );
  await transaction(ctx, async (tx) =>
    tx.audit({
      action: "mail.tested",
      target: { type: "user", id: ctx.actor.id },
      after: problem === null ? { sent: true } : { sent: false, problem },
    }),
  );
  if (problem !== null) throw new AppError("MAIL_REFUSED", { reason: problem });
  return { to: to.email };
}
