import { randomUUID } from "node:crypto";
import type { Transaction } from "@/server/db/transaction";
import { defineJob } from "@/server/jobs/job";
import { log } from "@/server/log/log";
import { openText, sealText } from "@/server/sealed-text";
import { type MailContent, mailHtml, mailText } from "./mail-layout";
import { type Mail, mailIsOn, sendMail } from "./mail-server";

/** Sends one mail; tried again for some eight hours while the mail server does not take it. */
export const sendMailJob = defineJob<{ sealed: string }>("mail.send", {
  retries: { limit: 10, firstWaitSeconds: 30 },
});

const purpose = "mail";

/**
 * Has a mail sent once the transaction commits; does nothing where mail is off. The mail waits encrypted:
 * the links in it are keys to accounts.
 */
export function enqueueMail(
  tx: Transaction,
  to: string,
  subject: string,
  content: MailContent,
  more: Pick<Mail, "headers" | "replyTo"> = {},
): void {
  if (!mailIsOn()) return;
  const [text, html] = [mailText(content), mailHtml(content)];
  const mail: Mail = { id: randomUUID(), to, subject, text, html, ...more };
  tx.enqueue(sendMailJob, { sealed: sealText(purpose, JSON.stringify(mail)) });
}

/**
 * The job itself. Mail that was asked for while there was a mail server is dropped when there is none any more,
 * and so is what the mail server refuses for good, such as mail to an address that does not exist.
 */
export async function runSendMail({
  sealed,
}: {
  sealed: string;
}): Promise<{ sent: number; refused: number }> {
  if (!mailIsOn()) return { sent: 0, refused: 0 };
  try {
    await sendMail(JSON.parse(openText(purpose, sealed)) as Mail);
    return { sent: 1, refused: 0 };
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    log().warn({ err: error }, "mail refused");
    return { sent: 0, refused: 1 };
  }
}

/** What is wrong with the receiver stays wrong; what is wrong with our own access may be mended. */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return code === "EENVELOPE" && responseCode >= 550;
}
