import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queueMail } from "@/features/mail/server/queue-mail";
import { database } from "@/server/db/client";
import { transaction } from "@/server/db/transaction";
import { systemContext } from "@/server/trpc/request-context";
import { type MailServer, startMailServer, withoutMail } from "@/testing/mail-server";
import { until } from "@/testing/realtime-client";
import { runJobs } from "@/testing/run-jobs";
import { jobs } from "@/worker/registry";
import { startWorker } from "@/worker/worker";
import { sendMailJob } from "./mail-job";
import { mailIsOn } from "./mail-server";

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());

let addresses = 0;
const newAddress = () => `reader-${++addresses}@example.org`;

function queue(email: string, locale: "en" | "de" = "en", username = "ada") {
  return transaction(systemContext(), (tx) =>
    queueMail(tx, {
      to: { email, locale },
      template: "resetPassword",
      values: { username },
      url: "http://localhost:3000/reset/secret-part",
    }),
  );
}

const waiting = () =>
  database().db.execute<{ data: { sealed: string }; state: string }>(
    sql`select data, state from jobs.job where name = ${sendMailJob.name} and state in ('created', 'retry')`,
  );

describe("mail", () => {
  it("arrives as text and as HTML, in the reader's language", async () => {
    const [english, german] = [newAddress(), newAddress()];
    await Promise.all([queue(english, "en"), queue(german, "de")]);
    await runJobs(sendMailJob.name);
    const mail = await server.mailTo(english);
    expect(mail).toMatchObject({ subject: "Choose a new password", from: '"OffChat" <chat@example.org>' });
    expect(mail.links).toEqual(["http://localhost:3000/reset/secret-part"]);
    expect(mail.text).toContain("Choose a new password:\nhttp://localhost:3000/reset/secret-part");
    expect(mail.html).toContain('<html lang="en" dir="ltr">');
    expect((await server.mailTo(german)).subject).toBe("Neues Passwort wählen");
  });

  it("shows what people have written as text, never as HTML", async () => {
    const address = newAddress();
    await queue(address, "en", '<img src="https://evil.example/x">&amp;');
    await runJobs(sendMailJob.name);
    const { html, text } = await server.mailTo(address);
    expect(html).toContain("&lt;img src=&quot;https://evil.example/x&quot;&gt;&amp;amp;");
    expect(html).not.toContain("<img");
    expect(text).toContain('<img src="https://evil.example/x">&amp;');
  });

  it("cannot be given further receivers or headers by what people write", async () => {
    const address = newAddress();
    await transaction(systemContext(), (tx) =>
      queueMail(tx, {
        to: { email: `${address}\r\nBcc: other@example.org`, locale: "en" },
        template: "resetPassword",
        values: { username: "ada" },
      }),
    );
    await runJobs(sendMailJob.name).catch(() => {});
    expect(server.received.filter(({ to }) => to.includes("other@example.org"))).toEqual([]);
    await database().db.execute(sql`delete from jobs.job where name = ${sendMailJob.name}`);
  });

  it("is not sent when what caused it did not happen", async () => {
    const address = newAddress();
    const failing = transaction(systemContext(), async (tx) => {
      await queueMail(tx, {
        to: { email: address, locale: "en" },
        template: "approved",
        values: { username: "a" },
      });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await runJobs(sendMailJob.name)).toEqual([]);
  });

  it("waits where nobody can read it", async () => {
    await queue(newAddress());
    const [job] = await waiting();
    expect(JSON.stringify(job?.data)).not.toMatch(/secret-part|example\.org/);
    await runJobs(sendMailJob.name);
  });

  it("is tried again until the mail server takes it, and then sent once", async () => {
    const address = newAddress();
    server.refuseNext(1);
    await queue(address);
    const worker = await startWorker(jobs.filter(({ name }) => name === sendMailJob.name));
    try {
      await until(async () => (await waiting())[0]?.state === "retry", "the first failure");
      expect(server.received.filter(({ to }) => to === address)).toEqual([]);
      await database().db.execute(sql`update jobs.job set start_after = now() where state = 'retry'`);
      await server.mailTo(address);
      await until(async () => (await waiting()).length === 0, "the job to be done");
    } finally {
      await worker.stop();
    }
    expect(await runJobs(sendMailJob.name)).toEqual([]);
    expect(server.received.filter(({ to }) => to === address)).toHaveLength(1);
  });

  it("to an address that the mail server refuses is given up", async () => {
    await queue("nobody@refused.example");
    expect(await runJobs(sendMailJob.name)).toEqual([{ sent: 0, refused: 1 }]);
  });

  it("is off without a mail server: nothing waits", async () => {
    await withoutMail(async () => {
      expect(mailIsOn()).toBe(false);
      await queue(newAddress());
    });
    expect([...(await waiting())]).toEqual([]);
  });
});
