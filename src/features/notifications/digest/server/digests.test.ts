import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobWork } from "@/features/jobs/server/job-tasks";
import { erasedName } from "@/lib/erased";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { notificationSettings } from "@/server/db/schema/notifications";
import { sendMailJob } from "@/server/mail/mail-job";
import { systemContext } from "@/server/trpc/request-context";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText, testPassword } from "@/testing/factories";
import { followUpsDone } from "@/testing/follow-ups";
import { type MailServer, startMailServer, withoutMail } from "@/testing/mail-server";
import { runJobs } from "@/testing/run-jobs";
import { sendDigests } from "./send-digests";

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());

async function scene() {
  const [ada, ben] = await Promise.all([createUser({ displayName: "Ada" }), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben], { name: "Kitchen" });
  await followUpsDone();
  await callAs(ben).notifications.markAllRead();
  await callAs(ben).notifications.settings.update({ digest: "hourly" });
  return { ada, ben, conversationId };
}

let hours = 0;
/** Makes the digests of another hour, several times at once, and delivers them. */
async function anHourLater() {
  const now = new Date(Date.now() + ++hours * 3_600_000);
  await followUpsDone();
  await Promise.all([0, 1, 2].map(() => sendDigests(systemContext(), now)));
  await runJobs(sendMailJob.name);
}
const mailsTo = (person: Actor) => server.received.filter((mail) => mail.to === person.email);

describe("a digest", () => {
  it("tells of what was missed, each thing once, and of nothing that was read", async () => {
    const { ada, ben, conversationId } = await scene();
    const { seq } = await sendText(ada, conversationId, `read already, @${ben.username}`);
    await callAs(ben).conversations.markRead({ conversationId, seq });
    await sendText(ada, conversationId, `cake <b>now</b>, @${ben.username}`);
    const { id: direct } = await callAs(ada).conversations.openDirect({ userId: ben.id });
    await sendText(ada, direct, "psst");
    await sendText(ada, direct, "psst!");
    await anHourLater();
    const [mail, ...others] = mailsTo(ben);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("2 things you missed at OffChat");
    expect(mail?.text).toContain("Ada mentioned you in Kitchen:\ncake <b>now</b>");
    expect(mail?.text).toContain("Ada wrote you 2 messages");
    expect(mail?.text).not.toContain("read already");
    expect(mail?.html).toContain("&lt;b&gt;now");
    await anHourLater();
    expect(mailsTo(ben)).toHaveLength(1);
    await sendText(ada, direct, "hello?");
    await anHourLater();
    expect(mailsTo(ben).at(-1)?.text).toContain("Ada wrote you a message");
    expect(mailsTo(ben).at(-1)?.text).not.toContain("cake");
  });

  it("tells of a broadcast that was not read, once, and of its text only to whoever wants that", async () => {
    const [{ ben }, { ben: eve }] = [await scene(), await scene()];
    await callAs(eve).notifications.settings.update({ pushText: false });
    const admin = await createUser({ role: "admin", displayName: "Root" });
    const text = { title: "Maintenance", body: "Tonight at ten." };
    await callAs(admin).admin.broadcasts.send({
      ...{ id: newMessageId(), ...text, important: false, audience: "everybody" },
    });
    await runJobs(jobWork.name);
    await anHourLater();
    expect(mailsTo(ben)[0]?.text).toContain("Message from Root: Maintenance:\nTonight at ten.");
    expect(mailsTo(eve)[0]?.text).toContain("A message from Root");
    expect(mailsTo(eve)[0]?.text).not.toContain("Maintenance");
    await anHourLater();
    expect([mailsTo(ben).length, mailsTo(eve).length]).toEqual([1, 1]);
  });

  it("says nothing of what was written to whoever wants that, and comes to nobody who wants none", async () => {
    const { ada, ben, conversationId } = await scene();
    await callAs(ben).notifications.settings.update({ pushText: false, locale: "de" });
    await sendText(ada, conversationId, `secret, @${ben.username}`);
    await anHourLater();
    const [mail] = mailsTo(ben);
    expect(mail?.text).toContain("Ada hat dich in Kitchen erwähnt");
    expect(mail?.text).not.toContain("secret");
    await callAs(ben).notifications.settings.update({ digest: "off" });
    await sendText(ada, conversationId, `@${ben.username}`);
    await anHourLater();
    expect(mailsTo(ben)).toHaveLength(1);
  });

  it("calls whoever was deleted meanwhile so, in the reader's language", async () => {
    const { ada, ben } = await scene();
    await callAs(ben).notifications.settings.update({ locale: "de" });
    const { id: direct } = await callAs(ada).conversations.openDirect({ userId: ben.id });
    await sendText(ada, direct, "farewell");
    await callAs(ada).account.delete({ currentPassword: testPassword, messages: "keep" });
    await anHourLater();
    const [mail] = mailsTo(ben);
    expect(mail?.text).toContain("Gelöschte Person hat dir eine Nachricht geschrieben");
    expect(mail?.text).not.toContain(erasedName);
  });

  it("can be ended with what it says, by a mail program too, and by nobody else's token", async () => {
    const { ada, ben, conversationId } = await scene();
    await sendText(ada, conversationId, `@${ben.username}`);
    await anHourLater();
    const [mail] = mailsTo(ben);
    const [row] = await database()
      .db.select()
      .from(notificationSettings)
      .where(eq(notificationSettings.userId, ben.id));
    const token = row?.unsubscribeToken as string;
    expect(mail?.header("list-unsubscribe")).toContain(`<http://localhost:3000/api/unsubscribe/${token}>`);
    expect(mail?.header("list-unsubscribe-post")).toContain("List-Unsubscribe=One-Click");
    expect(mail?.text.replace(/\s+/g, " ")).toContain(`http://localhost:3000/unsubscribe/${token}`);
    await callAs(null).notifications.digest.end({ token: crypto.randomUUID() });
    expect((await callAs(ben).notifications.settings.get()).digest).toBe("hourly");
    await callAs(null).notifications.digest.end({ token });
    expect((await callAs(ben).notifications.settings.get()).digest).toBe("off");
  });

  it("marks nothing as told while mail is off", async () => {
    const { ada, ben, conversationId } = await scene();
    await sendText(ada, conversationId, `@${ben.username}`);
    await withoutMail(anHourLater);
    expect(mailsTo(ben)).toEqual([]);
    await anHourLater();
    expect(mailsTo(ben)).toHaveLength(1);
  });
});
