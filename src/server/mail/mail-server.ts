import type { SMTPTransportOptions } from "nodemailer";
import { env } from "@/server/env";

/** Whether this installation can send mail: what needs mail must ask, and do without where it is off. */
export function mailIsOn(): boolean {
  const { SMTP_URL, SMTP_HOST, MAIL_FROM } = env();
  return MAIL_FROM !== undefined && (SMTP_URL ?? SMTP_HOST) !== undefined;
}

export type Mail = {
  /** The same for every attempt to send this mail. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** where answers go; without one, to the sender */
  replyTo?: string;
  /** Further headers, by name. */
  headers?: Record<string, string>;
};

/** Hands a mail to the mail server. Throws when it does not take it. */
export async function sendMail({ id, to, subject, text, html, replyTo, headers: more }: Mail): Promise<void> {
  const from = env().MAIL_FROM;
  if (!mailIsOn() || !from) throw new Error("There is no mail server");
  const domain = from.match(/@([^@>\s]+)>?\s*$/)?.[1] ?? "localhost";
  // What was accepted and yet sent again, because the server's answer got lost, is one mail to most receivers.
  const messageId = `<${id}@${domain}>`;
  const headers = { ...more, "Auto-Submitted": "auto-generated" };
  // Not by display name: `to` is one address and nothing that could name others.
  const transport = await openTransport();
  await transport.sendMail({
    from,
    to: { name: "", address: to },
    replyTo: replyTo && { name: "", address: replyTo },
    subject,
    text,
    html,
    messageId,
    headers,
  });
}

async function openTransport() {
  const { createTransport } = await import("nodemailer");
  const { SMTP_URL, SMTP_HOST: host, SMTP_PORT: port, SMTP_USER: user, SMTP_PASSWORD: pass } = env();
  const common = {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } satisfies SMTPTransportOptions;
  if (SMTP_URL) return createTransport({ url: SMTP_URL, ...common });
  const auth = user && pass ? { user, pass } : undefined;
  return createTransport({ host, port, secure: port === 465, auth, ...common });
}
