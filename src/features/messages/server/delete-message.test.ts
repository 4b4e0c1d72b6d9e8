import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { messages } from "@/server/db/schema/messages";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";

async function scene() {
  const [ada, ben, mod] = await Promise.all([createUser(), createUser(), createUser({ role: "moderator" })]);
  const { id: conversationId } = await createGroup(ada, [ben, mod]);
  const message = await sendText(ben, conversationId, "secret");
  return { ada, ben, mod, message, place: { conversationId, messageId: message.id } };
}

const moveBack = (messageId: string, column: "createdAt" | "deletedAt", interval: string) =>
  database()
    .db.update(messages)
    .set({ [column]: sql`now() - ${interval}::interval` })
    .where(eq(messages.id, messageId));

describe("deleteMessage", () => {
  it("leaves the place and takes all that was said, from the message, quotes and the list", async () => {
    const { ada, ben, message, place } = await scene();
    const reply = await sendText(ada, place.conversationId, "what?", { replyToId: message.id });
    await callAs(ada).messages.reactions.add({ ...place, emoji: "👍" });
    await callAs(ada).messages.pins.add(place);
    const deleted = await callAs(ben).messages.delete(place);
    const { id, seq, kind, author, conversationId, createdAt } = message;
    expect(deleted).toEqual({
      ...{
        id,
        seq,
        kind,
        author,
        conversationId,
        createdAt,
        threadRootId: null,
        thread: null,
        system: null,
        revision: 5,
      },
      ...{
        body: "",
        replyTo: null,
        forwardedFrom: null,
        linkPreview: null,
        reactions: [],
        editedAt: null,
        pinnedAt: null,
      },
      mentions: { users: [], everyone: null },
      deletedAt: expect.any(String),
    });
    const page = await callAs(ada).messages.list({ conversationId });
    expect(page.messages[0]).toEqual(deleted);
    expect(page.messages[1]?.replyTo).toMatchObject({ id: message.id, excerpt: "", deleted: true });
    expect((await callAs(ada).messages.pins.list({ conversationId })).messages).toEqual([]);
    expect(JSON.stringify(page)).not.toContain("secret");

    await callAs(ada).messages.delete({ conversationId, messageId: reply.id });
    const summary = await callAs(ben).conversations.get({ conversationId });
    expect(summary.lastMessage).toMatchObject({ seq: 2, excerpt: "", deleted: true });
  });

  it("is for authors within the time allowed, and for those who keep order at any time", async () => {
    const { ada, ben, mod, place } = await scene();
    const eve = await createUser();
    await callAs(ada).conversations.addMembers({ conversationId: place.conversationId, userIds: [eve.id] });
    const remove = (actor: Actor) => outcomeOf(callAs(actor).messages.delete(place));
    expect(await remove(eve)).toBe("FORBIDDEN");
    expect(await remove(await createUser({ role: "admin" }))).toBe("NOT_FOUND");
    await moveBack(place.messageId, "createdAt", "25 hours");
    expect(await remove(ben)).toBe("DELETION_TOO_LATE");
    expect(await remove(mod)).toBe("ok");
    const another = await sendText(ben, place.conversationId, "old");
    await moveBack(another.id, "createdAt", "1 year");
    expect(
      await outcomeOf(callAs(ada).messages.delete({ ...place, messageId: another.id, reason: "spam" })),
    ).toBe("ok");
    const entries = await database()
      .db.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "message.deleted"), eq(auditEntries.targetId, another.id)));
    expect(entries).toMatchObject([{ actorId: ada.id, reason: "spam", targetType: "message" }]);
  });

  it("gives nobody power over the other's words in a direct conversation", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await callAs(ada).conversations.openDirect({ userId: ben.id });
    const { id: messageId } = await sendText(ada, conversationId, "hi");
    expect(await outcomeOf(callAs(ben).messages.delete({ conversationId, messageId }))).toBe("FORBIDDEN");
  });

  it("changes nothing the second time, and refuses what builds on a deleted message", async () => {
    const { ada, ben, place } = await scene();
    const first = await callAs(ben).messages.delete(place);
    expect(await callAs(ada).messages.delete(place)).toEqual(first);
    const { messages } = callAs(ben);
    expect(await outcomeOf(messages.reactions.add({ ...place, emoji: "👍" }))).toBe("MESSAGE_DELETED");
    expect(await outcomeOf(callAs(ada).messages.pins.add(place))).toBe("MESSAGE_DELETED");
    expect(await outcomeOf(messages.saved.add(place))).toBe("MESSAGE_DELETED");
    const reply = sendText(ben, place.conversationId, "re", { replyToId: place.messageId });
    expect(await outcomeOf(reply)).toBe("REPLY_TARGET_MISSING");
  });
});

describe("undeleteMessage", () => {
  it("brings everything back for who deleted it, within half a minute", async () => {
    const { ada, ben, message, place } = await scene();
    await callAs(ben).messages.edit({ ...place, body: `secret @${ada.username}` });
    const before = await callAs(ada).messages.reactions.add({ ...place, emoji: "👍" });
    await callAs(ben).messages.delete(place);
    expect(await outcomeOf(callAs(ada).messages.undelete(place))).toBe("UNDO_TOO_LATE");
    const after = await callAs(ben).messages.undelete(place);
    expect(after).toEqual({ ...before, revision: before.revision + 2 });
    expect(await callAs(ben).messages.undelete(place)).toEqual(after);

    await callAs(ben).messages.delete(place);
    await moveBack(message.id, "deletedAt", "31 seconds");
    expect(await outcomeOf(callAs(ben).messages.undelete(place))).toBe("UNDO_TOO_LATE");
  });
});
