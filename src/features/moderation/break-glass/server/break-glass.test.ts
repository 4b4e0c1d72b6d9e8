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
import { endRunOutGlass } from "./end-glass";

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
    expect((await glass(other).list({ conversationId }))[0]?.status).toBe("ended");
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
