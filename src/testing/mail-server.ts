import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { env } from "@/server/env";
import { until } from "./realtime-client";

/** A mail as its receiver sees it. */
export type ReceivedMail = {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** every address of a link in the HTML */
  links: string[];
  /** A header as text, by its name in small letters. */
  header: (name: string) => string | undefined;
};

export type MailServer = {
  url: string;
  /** All that came, in order. */
  received: ReceivedMail[];
  /** How many of the next attempts to send are refused for the moment. */
  refuseNext: (attempts: number) => void;
  /** Waits until somebody has got so many mails; returns the last one. */
  mailTo: (address: string, count?: number) => Promise<ReceivedMail>;
  close: () => Promise<void>;
};

/** Starts a mail server and makes the product of this process send its mail there, until it is closed. */
export async function startMailServer(): Promise<MailServer> {
  const server = await listenForMail();
  Object.assign(env(), { SMTP_URL: server.url, MAIL_FROM: "OffChat <chat@example.org>" });
  return {
    ...server,
    close: () => {
      Object.assign(env(), { SMTP_URL: undefined, MAIL_FROM: undefined });
      return server.close();
    },
  };
}

/** Does something while the product of this process has no mail server. */
export async function withoutMail(work: () => Promise<unknown>): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  Object.assign(env(), { SMTP_URL: undefined, MAIL_FROM: undefined });
  try {
    await work();
  } finally {
    Object.assign(env(), { SMTP_URL, MAIL_FROM });
  }
}

/** A real mail server on a free port of loopback that takes mail for everybody but nobody at `refused.example`. */
export async function listenForMail(onMail: (mail: ReceivedMail) => void = () => {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let refusals = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _session, done) {
      const refused = address.endsWith("@refused.example");
      done(refused ? Object.assign(new Error("No such person"), { responseCode: 550 }) : null);
    },
    onData(stream, session, done) {
      const { rcptTo } = session.envelope;
      simpleParser(stream).then((parsed) => {
        if (refusals > 0) {
          refusals -= 1;
          return done(Object.assign(new Error("Try again later"), { responseCode: 451 }));
        }
        const html = parsed.html || "";
        const mail = {
          to: rcptTo.map((each) => each.address).join(),
          from: parsed.from?.text ?? "",
          subject: parsed.subject ?? "",
          text: parsed.text ?? "",
          html,
          messageId: parsed.messageId ?? "",
          header: (name: string) => parsed.headerLines.find((each) => each.key === name)?.line,
          links: [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) =>
            (link ?? "").replaceAll("&amp;", "&"),
          ),
        };
        received.push(mail);
        onMail(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const of = (address: string) => received.filter(({ to }) => to.toLowerCase() === address.toLowerCase());
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseNext: (attempts) => {
      refusals = attempts;
    },
    mailTo: async (address, count = 1) => {
      await until(() => of(address).length >= count, `mail to ${address}`);
      return of(address).at(-1) as ReceivedMail;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
