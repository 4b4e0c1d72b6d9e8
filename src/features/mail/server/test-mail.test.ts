import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { env } from "@/server/env";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { startMailServer } from "@/testing/mail-server";

it("a test mail shows whether the mail server takes mail, and leaves an entry either way", async () => {
  const admin = await createUser({ role: "admin" });
  const { mail } = callAs(admin).admin;
  const entries = async () =>
    (
      await database()
        .db.select({ after: auditEntries.after })
        .from(auditEntries)
        .where(and(eq(auditEntries.action, "mail.tested"), eq(auditEntries.actorId, admin.id)))
        .orderBy(auditEntries.id)
    ).map(({ after }) => after);
  expect(await mail.describe()).toBeNull();
  expect(await outcomeOf(mail.test())).toBe("MAIL_OFF");

  const server = await startMailServer();
  Object.assign(env(), { SMTP_URL: server.url.replace("//", "//user:secret@") });
  const described = await mail.describe();
  expect(described).toEqual({ server: new URL(server.url).host, sender: "OffChat <chat@example.org>" });
  Object.assign(env(), { SMTP_URL: server.url });
  expect(await mail.test()).toEqual({ to: admin.email });
  const { subject, text } = await server.mailTo(admin.email ?? "");
  expect(subject).toBe("Test mail from OffChat");
  expect(text).toContain("Nobody reads answers to it.");
  server.refuseNext(1);
  const refusal = await mail.test().catch((error) => error.cause);
  expect(refusal).toMatchObject({
    code: "MAIL_REFUSED",
    details: { reason: expect.stringContaining("451") },
  });
  expect(await entries()).toEqual([{ sent: true }, { sent: false, problem: refusal.details.reason }]);
  await server.close();

  const reachless = await createUser({ role: "admin" });
  expect(await outcomeOf(callAs(reachless).admin.mail.test())).toBe("MAIL_OFF");
});
