import { randomUUID } from "node:crypto";
import type { Transaction } from "@/server/db/transaction";
import { defineJob } from "@/server/jobs/job";
import { openText, sealText } from "@/server/sealed-text";
import { type MailContent, mailHtml, mailText } from "./mail-layout";
import { type Mail, mailIsOn, sendMail } from "./mail-server";

/** Sends one mail, tried again while the mail server does not take it. */
export const sendMailJob = defineJob<{ sealed: string }>("mail.send");

const purpose = "mail";

/**
 * Has a mail sent once the transaction commits; does nothing where mail is off. The mail waits encrypted:
 * the links in it are keys to accounts.
 */
export function enqueueMail(tx: Transaction, to: string, subject: string, content: MailContent): void {
  if (!mailIsOn()) return;
  const mail: Mail = { id: randomUUID(), to, subject, text: mailText(content), html: mailHtml(content) };
  tx.enqueue(sendMailJob, { sealed: sealText(purpose, JSON.stringify(mail)) });
}

/** The job itself. Mail that was asked for while there was a mail server is dropped when there is none any more. */
export async function runSendMail({ sealed }: { sealed: string }): Promise<{ sent: number }> {
  if (!mailIsOn()) return { sent: 0 };
  await sendMail(JSON.parse(openText(purpose, sealed)) as Mail);
  return { sent: 1 };
}
