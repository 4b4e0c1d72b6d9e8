import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetSettings } from "@/features/settings/server/get-settings";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import { settings } from "@/server/db/schema/settings";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import type { GlassStatus } from "../dto";
import { endRunOutGlass } from "./end-glass";
import { listGrantsQuery } from "./list-grants";

let admin: Actor;
let other: Actor;
beforeAll(async () => {
  [admin, other] = await Promise.all([createUser({ role: "admin" }), createUser({ role: "admin" })]);
});
beforeEach(async () => {
  await database().db.delete(settings);
  forgetSettings();
});
const glass = (actor: Actor) => callAs(actor).admin.breakGlass;

async function scene() {
  const [owner, member] = await Promise.all([createUser(), createUser()]);
  const { id: conversationId } = await createGroup(owner, [member], { name: "Secret garden" });
  await sendText(member, conversationId, "nobody else should read this");
  return { owner, member, wanted: { conversationId, reason: "a complaint of theft", minutes: 15 } as const };
}
const runOut = (grantId: string) =>
  database()
    .db.update(breakGlassGrants)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(breakGlassGrants.id, grantId));

describe("reading a private conversation from outside", () => {
  it("needs an open glass of one's own, leaves its mark, is told, and ends by itself", async () => {
    const { owner, member, wanted } = await scene();
    const { conversationId } = wanted;
    expect(await outcomeOf(callAs(admin).messages.list({ conversationId }))).toBe("NOT_FOUND");
    const { grantId, open } = await glass(admin).request(wanted);
    expect(open).toBe(true);
    const { messages } = await glass(admin).read({ grantId });
    expect(messages.map((each) => each.body)).toEqual(["nobody else should read this"]);
    expect(await outcomeOf(glass(other).read({ grantId }))).toBe("GLASS_CLOSED");
    expect(await outcomeOf(glass(admin).request(wanted))).toBe("ALREADY_DONE");

    const entries = await database()
      .db.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "break-glass.read"), eq(auditEntries.targetId, conversationId)));
    expect(entries).toMatchObject([{ actorId: admin.id, after: { grantId, from: 1, to: 1 } }]);
    expect((await callAs(owner).moderation.notices()).glass).toMatchObject([
      { grantId, conversation: "Secret garden", by: { id: admin.id }, reason: wanted.reason },
    ]);
    expect((await callAs(member).moderation.notices()).glass).toEqual([]);
    await callAs(owner).moderation.putGlassNoticeAway({ grantId });
    expect((await callAs(owner).moderation.notices()).glass).toEqual([]);

    await runOut(grantId);
    expect(await outcomeOf(glass(admin).read({ grantId }))).toBe("GLASS_CLOSED");
    expect((await glass(other).list({ conversationId })).grants[0]?.status).toBe("ended");
    await endRunOutGlass(systemContext());
    expect((await glass(admin).request(wanted)).open).toBe(true);
  });

  it("waits for a second administrator where the rules say so", async () => {
    const { owner, wanted } = await scene();
    await callAs(admin).admin.settings.update({ breakGlassNeedsSecondAdmin: true });
    const { grantId, open } = await glass(admin).request(wanted);
    expect(open).toBe(false);
    expect(await outcomeOf(glass(admin).read({ grantId }))).toBe("GLASS_CLOSED");
    expect(await outcomeOf(glass(admin).approve({ grantId }))).toBe("FORBIDDEN");
    expect((await callAs(owner).moderation.notices()).glass).toEqual([]);
    await glass(other).approve({ grantId });
    expect(await outcomeOf(glass(other).approve({ grantId }))).toBe("ALREADY_DONE");
    expect((await glass(admin).read({ grantId })).messages).toHaveLength(1);
    expect((await callAs(owner).moderation.notices()).glass).toHaveLength(1);
    await glass(admin).end({ grantId });
    expect(await outcomeOf(glass(admin).read({ grantId }))).toBe("GLASS_CLOSED");
  });

  it("is refused by a second administrator for good", async () => {
    const { wanted } = await scene();
    await callAs(admin).admin.settings.update({ breakGlassNeedsSecondAdmin: true });
    const { grantId } = await glass(admin).request(wanted);
    await glass(other).refuse({ grantId });
    expect(await outcomeOf(glass(other).approve({ grantId }))).toBe("ALREADY_DONE");
    expect(await outcomeOf(glass(admin).read({ grantId }))).toBe("GLASS_CLOSED");
  });

  it("of a direct conversation is told to both, afterwards where the rules say so", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await callAs(ada).conversations.openDirect({ userId: ben.id });
    await callAs(admin).admin.settings.update({ breakGlassTellsOwners: "afterwards" });
    const wanted = { conversationId, reason: "a complaint of theft", minutes: 15 } as const;
    const { grantId } = await glass(admin).request(wanted);
    const told = async () =>
      Promise.all(
        [ada, ben].map(async (each) => (await callAs(each).moderation.notices()).glass.map((g) => g.grantId)),
      );
    expect(await told()).toEqual([[], []]);
    await runOut(grantId);
    await endRunOutGlass(systemContext());
    expect(await told()).toEqual([[grantId], [grantId]]);
  });
});

describe("requests to read", () => {
  it("are listed by state and page by page, live for whoever may decide them", async () => {
    const { wanted } = await scene();
    const { conversationId } = wanted;
    await callAs(admin).admin.settings.update({ breakGlassNeedsSecondAdmin: true });
    const listener = await listenAs(other);
    expect(await listener.subscribe("private-console-glass")).toBe(true);
    const heard = listener.event("glass.changed");
    const { grantId: first } = await glass(admin).request(wanted);
    expect(await heard).toEqual({ grantId: first });
    const { grantId: second } = await glass(other).request(wanted);
    await glass(other).approve({ grantId: first });
    const ids = async (status?: GlassStatus) =>
      (await glass(admin).list({ conversationId, status })).grants.map(({ id }) => id);
    expect(await ids()).toEqual([second, first]);
    expect(await ids("requested")).toEqual([second]);
    expect(await ids("active")).toEqual([first]);
    const page = await glass(admin).list({ conversationId, limit: 1 });
    expect(page.grants).toMatchObject([
      { id: second, conversation: { name: "Secret garden" }, remainingMs: 0 },
    ]);
    const next = await glass(admin).list({ conversationId, limit: 1, cursor: page.nextCursor });
    expect(next).toMatchObject({ grants: [{ id: first, decidedBy: { id: other.id } }], nextCursor: null });
    const { remainingMs } = await glass(admin).get({ grantId: first });
    expect(remainingMs).toBeGreaterThan(14 * 60_000);
    expect(remainingMs).toBeLessThanOrEqual(15 * 60_000);
    await runOut(first);
    expect(await ids("active")).toEqual([]);
    expect(await ids("ended")).toEqual([first]);
  });

  it("are found through indexes, however many there are", async () => {
    for (const narrowing of [{}, { status: "requested" }, { conversationId: randomUUID() }] as const) {
      const query = listGrantsQuery({ ...narrowing, limit: 25 });
      const paths = await database().db.transaction(async (tx) => {
        await tx.execute(sql`set local enable_seqscan = off`);
        return tx.execute(sql`explain ${query.getSQL()}`);
      });
      expect(JSON.stringify(paths)).toMatch(/break_glass_grants_(created|requested|conversation)_idx/);
    }
  });
});
