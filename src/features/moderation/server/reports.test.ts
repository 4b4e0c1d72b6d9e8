import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { callAs, outcomeOf } from "@/testing/caller";
import { actorContext, createGroup, createUser, sendText } from "@/testing/factories";
import { startMailServer } from "@/testing/mail-server";
import { runJobs } from "@/testing/run-jobs";
import { exportReports } from "./export-reports";
import { listReportsQuery } from "./list-reports";

let moderator: Actor;
beforeAll(async () => {
  moderator = await createUser({ role: "moderator" });
});
const queue = () => callAs(moderator).admin.moderation;
/** The open report about somebody. */
async function reportOf(reported: Actor) {
  const { reports } = await queue().list({ limit: 100 });
  const found = reports.find((each) => each.reported.id === reported.id);
  if (!found) throw new Error(`nobody reported ${reported.username}`);
  return found;
}

async function scene() {
  const [ada, ben, cleo] = await Promise.all([createUser(), createUser(), createUser()]);
  const group = await createGroup(ada, [ben, cleo]);
  const around = [];
  for (const text of ["one", "two", "three", "four"]) around.push(await sendText(ada, group.id, text));
  const message = await sendText(ben, group.id, "buy my pills");
  await sendText(cleo, group.id, "five");
  const place = { conversationId: group.id, messageId: message.id };
  return { ada, ben, cleo, group, message, place };
}

describe("reporting", () => {
  it("keeps the message as it was, and as much around it as the reporter gives along", async () => {
    const { ada, ben, cleo, message, place } = await scene();
    await callAs(ada).moderation.reportMessage({ ...place, category: "spam", text: "again!" });
    await callAs(ben).messages.edit({ ...place, body: "have a nice day" });
    const { id } = await reportOf(ben);
    const report = await queue().get({ reportId: id });
    expect(report).toMatchObject({
      category: "spam",
      text: "again!",
      excerpt: "buy my pills",
      reporter: { id: ada.id },
      reported: { id: ben.id },
      messageState: "edited",
      evidence: { message: { id: message.id, body: "buy my pills", editedAt: null } },
      record: { earlierReports: 0, warnings: 0, status: "active" },
    });
    expect(report.evidence?.around.map((each) => each.body)).toEqual(["two", "three", "four", "five"]);

    await callAs(cleo).moderation.reportMessage({
      ...place,
      category: "other",
      text: "no",
      withContext: false,
    });
    const other = (await queue().list({})).reports.find((each) => each.reporter?.id === cleo.id);
    expect(other?.alike).toBe(2);
    expect((await queue().get({ reportId: other?.id ?? "" })).evidence).toMatchObject({
      message: { body: "have a nice day" },
      around: [],
    });
  });

  it("is listed with the person who was reported and with who reported, open and decided, newest first", async () => {
    const { ada, ben, cleo, place } = await scene();
    await callAs(ada).moderation.reportMessage({ ...place, category: "spam" });
    const { id: reportId } = await reportOf(ben);
    await queue().dismiss({ reportId });
    await callAs(cleo).moderation.reportPerson({ userId: ben.id, category: "hate" });
    expect(await queue().of({ userId: ben.id, side: "about" })).toMatchObject([
      { kind: "user", category: "hate", outcome: null, reporter: { id: cleo.id } },
      { kind: "message", category: "spam", outcome: "dismissed", excerpt: "buy my pills" },
    ]);
    expect(await queue().of({ userId: ada.id, side: "about" })).toEqual([]);
    expect(await queue().of({ userId: ada.id, side: "by" })).toMatchObject([
      { kind: "message", category: "spam", outcome: "dismissed", reported: { id: ben.id } },
    ]);
    expect(await queue().of({ userId: ben.id, side: "by" })).toEqual([]);
  });

  it("happens once a person and target, and not about oneself", async () => {
    const { ada, ben, place } = await scene();
    const message = (who: Actor) =>
      outcomeOf(callAs(who).moderation.reportMessage({ ...place, category: "hate" }));
    expect([await message(ada), await message(ada), await message(ben)]).toEqual([
      "ok",
      "ALREADY_REPORTED",
      "FORBIDDEN",
    ]);
    const person = (who: Actor) =>
      outcomeOf(callAs(who).moderation.reportPerson({ userId: ben.id, category: "hate" }));
    expect([await person(ada), await person(ada), await person(ben)]).toEqual([
      "ok",
      "ALREADY_REPORTED",
      "FORBIDDEN",
    ]);
    // Once it is decided, somebody may complain about the person anew, not about the same message.
    const { reports } = await queue().list({ limit: 100 });
    for (const { id } of reports.filter((each) => each.reported.id === ben.id)) {
      await queue().dismiss({ reportId: id });
    }
    expect([await message(ada), await person(ada)]).toEqual(["ALREADY_REPORTED", "ok"]);
  });

  it("of two at the same moment keeps one", async () => {
    const { ada, place } = await scene();
    const report = () => outcomeOf(callAs(ada).moderation.reportMessage({ ...place, category: "spam" }));
    expect((await Promise.all([report(), report()])).sort()).toEqual(["ALREADY_REPORTED", "ok"]);
  });

  it("says why where the category does not", async () => {
    const { ada, place } = await scene();
    const report = callAs(ada).moderation.reportMessage({ ...place, category: "other", text: " " });
    await expect(report).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("deciding", () => {
  it("removes the message for everybody, closes all that is alike, and tells each reporter", async () => {
    const { ada, ben, cleo, group, message, place } = await scene();
    for (const who of [ada, cleo]) {
      await callAs(who).moderation.reportMessage({ ...place, category: "spam" });
    }
    const { id: reportId } = await reportOf(ben);
    await queue().removeMessage({ reportId, reason: "advertising", answer: "Thank you." });
    const { messages } = await callAs(ben).messages.list({ conversationId: group.id });
    expect(messages.find((each) => each.id === message.id)).toMatchObject({ body: "" });
    for (const who of [ada, cleo]) {
      expect((await callAs(who).moderation.notices()).results).toMatchObject([
        { kind: "message", reported: { id: ben.id }, outcome: "removed", answer: "Thank you." },
      ]);
    }
    expect(await outcomeOf(queue().dismiss({ reportId }))).toBe("ALREADY_DONE");
    const [entry] = await database()
      .db.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "message.deleted"), eq(auditEntries.targetId, message.id)));
    expect(entry).toMatchObject({ actorId: moderator.id, reason: "advertising" });
  });

  it("warns a person, who sees it until they say that they have read it", async () => {
    const { ada, ben } = await scene();
    await callAs(ada).moderation.reportPerson({ userId: ben.id, category: "harassment" });
    const { id: reportId } = await reportOf(ben);
    await queue().warn({ reportId, warning: "Be kind." });
    const { warnings } = await callAs(ben).moderation.notices();
    expect(warnings).toMatchObject([{ text: "Be kind." }]);
    const warningId = warnings[0]?.id ?? "";
    await callAs(ada).moderation.acknowledgeWarning({ warningId });
    expect((await callAs(ben).moderation.notices()).warnings).toHaveLength(1);
    await callAs(ben).moderation.acknowledgeWarning({ warningId });
    expect((await callAs(ben).moderation.notices()).warnings).toEqual([]);

    const [result] = (await callAs(ada).moderation.notices()).results;
    expect(result).toMatchObject({ outcome: "warned", answer: null });
    await callAs(ben).moderation.putResultAway({ reportId });
    expect((await callAs(ada).moderation.notices()).results).toHaveLength(1);
    await callAs(ada).moderation.putResultAway({ reportId });
    expect((await callAs(ada).moderation.notices()).results).toEqual([]);
  });

  it("suspends the person, who is told why, as whoever may suspend people", async () => {
    const { ada, ben } = await scene();
    const admin = await createUser({ role: "admin" });
    const server = await startMailServer();
    await callAs(ada).moderation.reportPerson({ userId: ben.id, category: "harassment" });
    const { id: reportId } = await reportOf(ben);
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const input = { reportId, reason: "three warnings", until, answer: "Thank you." };
    expect(await outcomeOf(queue().suspend(input))).toBe("FORBIDDEN");
    const past = { ...input, until: "2020-01-01T00:00:00.000Z" };
    expect(await outcomeOf(callAs(admin).admin.moderation.suspend(past))).toBe("TIME_PAST");
    expect((await queue().get({ reportId })).status).toBe("open");

    await callAs(admin).admin.moderation.suspend(input);
    expect(await queue().get({ reportId })).toMatchObject({
      outcome: "suspended",
      record: { status: "suspended" },
    });
    const { results } = await callAs(ada).moderation.notices();
    expect(results).toMatchObject([{ outcome: "suspended", answer: "Thank you." }]);
    await runJobs("mail.send");
    expect((await server.mailTo(`${ben.username}@example.org`)).text).toContain("three warnings");
    const entries = await database()
      .db.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "user.suspended"), eq(auditEntries.targetId, ben.id)));
    expect(entries).toMatchObject([{ actorId: admin.id, reason: "three warnings" }]);
    await server.close();
  });

  it("dismisses several together with one answer, but none in one's own cause", async () => {
    const { ada, ben, cleo, place } = await scene();
    await callAs(ada).moderation.reportMessage({ ...place, category: "spam" });
    await callAs(cleo).moderation.reportMessage({ ...place, category: "spam" });
    await callAs(ada).moderation.reportPerson({ userId: cleo.id, category: "hate" });
    const own = await createUser({ role: "moderator" });
    await callAs(own).moderation.reportPerson({ userId: ben.id, category: "other", text: "shouts" });
    const { reports } = await queue().list({ limit: 100 });
    const ids = (name: string) => reports.filter((each) => each.reported.id === name).map(({ id }) => id);
    const reportIds = [...ids(ben.id), ...ids(cleo.id)];
    expect(reportIds).toHaveLength(4);
    const asOwn = callAs(own).admin.moderation;
    expect(await asOwn.dismissMany({ reportIds, answer: "We looked at it." })).toEqual({ left: 1 });
    const left = (await queue().list({ about: ben.username })).reports;
    expect(left).toMatchObject([{ reporter: { id: own.id }, status: "open" }]);
    for (const reporter of [ada, cleo]) {
      const { results } = await callAs(reporter).moderation.notices();
      expect(results[0]).toMatchObject({ outcome: "dismissed", answer: "We looked at it." });
    }
    expect(await queue().dismissMany({ reportIds })).toEqual({ left: 0 });
    expect((await queue().list({ about: ben.username })).reports).toEqual([]);
  });

  it("is nobody's in their own cause", async () => {
    const { ada, place } = await scene();
    const other = await createUser({ role: "moderator" });
    await callAs(ada).moderation.reportPerson({ userId: other.id, category: "spam" });
    const { id: reportId } = await reportOf(other);
    const own = callAs(other).admin.moderation;
    expect(await outcomeOf(own.dismiss({ reportId }))).toBe("FORBIDDEN");
    expect(await outcomeOf(own.assign({ reportId, assigneeId: other.id }))).toBe("FORBIDDEN");
    expect(place).toBeDefined();
  });

  it("is given to somebody who may decide", async () => {
    const { ada, ben } = await scene();
    await callAs(ada).moderation.reportPerson({ userId: ben.id, category: "spam" });
    const { id: reportId } = await reportOf(ben);
    expect(await outcomeOf(queue().assign({ reportId, assigneeId: ada.id }))).toBe("NOT_FOUND");
    await queue().assign({ reportId, assigneeId: moderator.id });
    expect((await queue().list({ assigned: "me" })).reports.map((each) => each.id)).toEqual([reportId]);
    expect((await queue().list({ assigned: "nobody", limit: 100 })).reports.map((r) => r.id)).not.toContain(
      reportId,
    );
    expect((await queue().counts()).mine).toBe(1);
    expect((await queue().handlers()).map((each) => each.id)).toContain(moderator.id);
  });

  it("by two at once about the same message ends once", async () => {
    const { ada, cleo, ben, place } = await scene();
    await callAs(ada).moderation.reportMessage({ ...place, category: "spam" });
    await callAs(cleo).moderation.reportMessage({ ...place, category: "spam" });
    const { reports } = await queue().list({ limit: 100 });
    const both = reports.filter((each) => each.reported.id === ben.id);
    const outcomes = await Promise.all(
      both.map(({ id }) => outcomeOf(queue().removeMessage({ reportId: id, reason: "spam" }))),
    );
    expect(outcomes.sort()).toEqual(["ALREADY_DONE", "ok"]);
  });
});

it("pages through the queue without leaving out or repeating any, closed ones too", async () => {
  for (let i = 0; i < 3; i++) {
    const { ada, ben, place } = await scene();
    await callAs(ada).moderation.reportMessage({ ...place, category: "violence" });
    if (i > 0) continue;
    await queue().dismiss({ reportId: (await reportOf(ben)).id });
  }
  for (const status of ["open", "closed"] as const) {
    const all = (await queue().list({ status, limit: 100 })).reports.map((each) => each.id);
    const paged: string[] = [];
    let cursor: Parameters<ReturnType<typeof queue>["list"]>[0]["cursor"] = null;
    do {
      const page = await queue().list({ status, cursor, limit: 1 });
      paged.push(...page.reports.map((each) => each.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all);
  }
});

it("is narrowed to whom reports are about and by whom, and exported as it is narrowed", async () => {
  const { ada, ben, cleo, place } = await scene();
  await callAs(ada).moderation.reportMessage({ ...place, category: "hate" });
  await callAs(cleo).moderation.reportPerson({ userId: ben.id, category: "spam" });
  await callAs(cleo).moderation.reportPerson({ userId: ada.id, category: "privacy", text: "=1+1" });
  const categories = async (filter: { about?: string; by?: string }) =>
    (await queue().list(filter)).reports.map(({ category }) => category).sort();
  expect(await categories({ about: ben.username })).toEqual(["hate", "spam"]);
  expect(await categories({ by: cleo.username })).toEqual(["privacy", "spam"]);
  expect(await categories({ about: ben.username, by: cleo.username })).toEqual(["spam"]);
  expect(await categories({ by: "nobody.of.this.name" })).toEqual([]);

  const admin = await createUser({ role: "admin" });
  const rows = [];
  const list = { by: cleo.username };
  for await (const batch of exportReports(actorContext(admin), { format: "csv", list })) rows.push(...batch);
  expect(rows.map(({ reported, reporter, text }) => [reported, reporter, text])).toEqual([
    [ben.username, cleo.username, ""],
    [ada.username, cleo.username, "=1+1"],
  ]);
  const exported = and(eq(auditEntries.action, "reports.exported"), eq(auditEntries.actorId, admin.id));
  expect(await database().db.$count(auditEntries, exported)).toBe(1);
});

it("finds what somebody reported by an index, however many reports there are", async () => {
  const { sql } = database();
  const { ada } = await scene();
  await sql
    .begin(async (tx) => {
      await tx`
      insert into users (username, display_name, status)
      select 'reporter' || n, 'Reporter', 'active' from generate_series(1, 3000) n`;
      await tx`
      insert into reports (kind, reporter_id, reported_user_id, category, status, outcome, closed_at)
      select 'user', id, ${ada.id}, 'spam', 'closed', 'dismissed', now() from users where username like 'reporter%'`;
      await tx`analyze reports, users`;
      const filter = { status: "closed", assigned: "all", by: "reporter7", limit: 50 } as const;
      const query = listReportsQuery(moderator.id, filter).toSQL();
      const plan = await tx.unsafe(`explain ${query.sql}`, query.params as never[]);
      expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("reports_reporter_idx");
      throw new Error("not kept");
    })
    .catch((error: Error) => expect(error.message).toBe("not kept"));
});

it("reads the queue in the order of an index", async () => {
  const { sql } = database();
  for (const status of ["open", "closed"] as const) {
    const query = listReportsQuery(moderator.id, { status, assigned: "all", limit: 50 }).toSQL();
    const plan = await sql.begin(async (tx) => {
      await tx`set local enable_seqscan = off`;
      await tx`set local enable_sort = off`;
      return tx.unsafe(`explain ${query.sql}`, query.params as never[]);
    });
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain(`reports_${status}_idx`);
  }
});

it("keeps answers to choose from", async () => {
  const admin = await createUser({ role: "admin" });
  const templates = callAs(admin).admin.moderation.templates;
  const saved = await templates.save({ title: "Thanks", body: "Thank you." });
  expect(await outcomeOf(templates.save({ title: "Thanks", body: "Again." }))).toBe("NAME_TAKEN");
  await templates.save({ id: saved.id, title: "Thanks", body: "Thanks a lot." });
  expect((await queue().templates.list()).find((each) => each.id === saved.id)?.body).toBe("Thanks a lot.");
  await templates.delete({ id: saved.id });
  expect(await outcomeOf(templates.delete({ id: saved.id }))).toBe("NOT_FOUND");
});
