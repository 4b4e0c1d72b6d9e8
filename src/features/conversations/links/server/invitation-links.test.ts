import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { invitationLinks } from "@/server/db/schema/invitation-links";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser } from "@/testing/factories";

type Limits = { lifetimeHours?: number | null; maxUses?: number | null };

async function groupWithLink({ lifetimeHours = null, maxUses = null }: Limits = {}) {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben], { name: "Garden" });
  const link = await callAs(ada).conversations.links.create({ conversationId, lifetimeHours, maxUses });
  const token = link.url.split("/").at(-1) ?? "";
  const join = (by: Actor) => callAs(by).conversations.links.join({ token });
  const describeIt = (by: Actor) => callAs(by).conversations.links.describe({ token });
  return { ada, ben, conversationId, link, token, join, describeIt };
}

const membersOf = async (reader: Actor, conversationId: string) =>
  (await callAs(reader).conversations.members({ conversationId })).total;

describe("an invitation link", () => {
  it("lets somebody into a private group, who is told what it is", async () => {
    const { ada, ben, conversationId, join, describeIt } = await groupWithLink({ maxUses: 5 });
    const eve = await createUser();
    const group = { conversationId, name: "Garden", description: "", memberCount: 2 };
    expect(await describeIt(eve)).toEqual({ ...group, joined: false });
    expect(await describeIt(ben)).toEqual({ ...group, joined: true });
    expect(await join(eve)).toMatchObject({ id: conversationId, role: "member" });
    await join(eve);
    await join(ada);
    const { links } = await callAs(ada).conversations.links.list({ conversationId });
    expect(links).toMatchObject([{ useCount: 1, maxUses: 5, expiresAt: null, createdBy: { id: ada.id } }]);
    const { messages } = await callAs(ben).messages.list({ conversationId });
    expect(messages.map((m) => [m.author.id, m.system])).toEqual([
      [eve.id, { type: "joined", byLink: true }],
    ]);
  });

  it("is stored as a hash alone, and shown once", async () => {
    const { ada, conversationId, token, link } = await groupWithLink();
    const [row] = await database().db.select().from(invitationLinks).where(eq(invitationLinks.id, link.id));
    expect(
      JSON.stringify({ ...row, tokenHash: Buffer.from(row?.tokenHash ?? []).toString("utf8") }),
    ).not.toContain(token);
    expect(JSON.stringify(await callAs(ada).conversations.links.list({ conversationId }))).not.toContain(
      token,
    );
  });

  it("is made, listed and revoked by those who run the group", async () => {
    const { ada, ben, conversationId, link } = await groupWithLink();
    const eve = await createUser();
    const wanted = { conversationId, lifetimeHours: 1, maxUses: 1 };
    for (const [person, refusal] of [
      [ben, "FORBIDDEN"],
      [eve, "NOT_FOUND"],
    ] as const) {
      const { create, list, revoke } = callAs(person).conversations.links;
      expect(await outcomeOf(create(wanted))).toBe(refusal);
      expect(await outcomeOf(list({ conversationId }))).toBe(refusal);
      expect(await outcomeOf(revoke({ conversationId, linkId: link.id }))).toBe(refusal);
    }
    // An owner elsewhere cannot reach it through a group of their own.
    const own = await createGroup(eve);
    const foreign = callAs(eve).conversations.links.revoke({ conversationId: own.id, linkId: link.id });
    expect(await outcomeOf(foreign)).toBe("NOT_FOUND");
    const revoke = () => callAs(ada).conversations.links.revoke({ conversationId, linkId: link.id });
    await revoke();
    expect(await outcomeOf(revoke())).toBe("ALREADY_DONE");
  });

  it("ends by revocation, by time, by use, and with the group", async () => {
    const eve = await createUser();
    const revoked = await groupWithLink();
    await callAs(revoked.ada).conversations.links.revoke({
      conversationId: revoked.conversationId,
      linkId: revoked.link.id,
    });
    const expired = await groupWithLink({ lifetimeHours: 1 });
    await database()
      .db.update(invitationLinks)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(invitationLinks.id, expired.link.id));
    const used = await groupWithLink({ maxUses: 1 });
    await used.join(await createUser());
    const deleted = await groupWithLink();
    await callAs(deleted.ada).conversations.delete({ conversationId: deleted.conversationId });
    for (const each of [revoked, expired, used, deleted]) {
      expect(await outcomeOf(each.describeIt(eve))).toBe("LINK_INVALID");
      expect(await outcomeOf(each.join(eve))).toBe("LINK_INVALID");
      const { links } = (await callAs(each.ada)
        .conversations.links.list({ conversationId: each.conversationId })
        .catch(() => ({ links: [] }))) as { links: unknown[] };
      expect(links).toEqual([]);
    }
    const archived = await groupWithLink();
    await callAs(archived.ada).conversations.archive({ conversationId: archived.conversationId });
    expect(await outcomeOf(archived.join(eve))).toBe("CONVERSATION_ARCHIVED");
    expect(await outcomeOf(callAs(eve).conversations.links.join({ token: "guess" }))).toBe("LINK_INVALID");
  });

  it("gives its last place to one of those who come at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { ada, conversationId, join } = await groupWithLink({ maxUses: 2 });
      const people = await Promise.all(Array.from({ length: 6 }, () => createUser()));
      const outcomes = await Promise.all(people.map((each) => outcomeOf(join(each))));
      expect(outcomes.filter((each) => each === "ok")).toHaveLength(2);
      expect(outcomes.filter((each) => each === "LINK_INVALID")).toHaveLength(4);
      expect(await membersOf(ada, conversationId)).toBe(4);
    }
  });
});
