import type { Transaction } from "@/server/db/transaction";
import { enqueueMail } from "@/server/mail/mail-job";
import { mailIsOn } from "@/server/mail/mail-server";
import { composeMail, type WantedMail } from "./compose-mail";

/**
 * Has a mail sent to somebody, in their language, once the transaction commits. Does nothing where mail is
 * off or the person has no address.
 */
export async function queueMail(tx: Transaction, wanted: WantedMail): Promise<void> {
  const { email } = wanted.to;
  if (!mailIsOn() || !email) return;
  const { subject, content, replyTo } = await composeMail(wanted);
  enqueueMail(tx, email, subject, content, { replyTo });
}
