import { env } from "@/server/env";
import { mailIsOn } from "@/server/mail/mail-server";
import type { MailStatus } from "../dto";

/** The mail server without what signs in to it; null where mail is off. */
export function describeMail(): MailStatus | null {
  const { SMTP_URL, SMTP_HOST, SMTP_PORT, MAIL_FROM } = env();
  if (!mailIsOn() || !MAIL_FROM) return null;
  return { server: SMTP_URL ? new URL(SMTP_URL).host : `${SMTP_HOST}:${SMTP_PORT}`, sender: MAIL_FROM };
}
