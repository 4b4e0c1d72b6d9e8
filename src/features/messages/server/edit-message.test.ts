import { describe, expect, it } from "vitest";
import { updateSettings } from "@/features/settings/server/update-settings";
import { callAs, outcomeOf } from "@/testing/caller";
import { actorContext, createGroup, createUser, newMessageId, sendText } from "@/testing/factories";

async function scene() {
  const [ada, ben, mod] = await Promise.all([createUser(), createUser(), createUser({ role: "moderator" })]);
  const group = await createGroup(ada, [ben, mod]);
  const message = await sendText(ben, group.id, "frist");
  return { ada, ben, mod, conversationId: group.id, message, messageId: message.id };
}

describe("editMessage", () => {
  it("changes the text, marks it as edited, and raises both revisions by one", async () => {
    const { ben, conversationId, messageId, message } = await scene();
    const edited = await callAs(ben).messages.edit({ conversationId, messageId, body: " first " });
    expect(edited).toEqual({ ...message, body: "first", revision: 2, editedAt: expect.any(String) });
    const { messages, revision } = await callAs(ben).messages.list({ conversationId });
    expect([messages, revision]).toEqual([[edited], 2]);
  });

  it("leaves one revision when the same request comes twice", async () => {
    const { ben, conversationId, messageId } = await scene();
    const edit = () => callAs(ben).messages.edit({ conversationId, messageId, body: "first" });
    const [one, other] = await Promise.all([edit(), edit()]);
    expect(one).toEqual(other);
    expect((await callAs(ben).messages.revisions({ conversationId, messageId })).revisions).toHaveLength(2);
  });

  it("keeps every text, also of edits at the same moment, newest first and in pages", async () => {
    const { ben, conversationId, messageId, message } = await scene();
    const bodies = ["b1", "b2", "b3", "b4"];
    await Promise.all(bodies.map((body) => callAs(ben).messages.edit({ conversationId, messageId, body })));
    const first = await callAs(ben).messages.revisions({ conversationId, messageId, limit: 2 });
    const second = await callAs(ben).messages.revisions({
      conversationId,
      messageId,
      limit: 2,
      cursor: first.nextCursor,
    });
    const all = [...first.revisions, ...second.revisions];
    expect(all.map((r) => r.version)).toEqual([5, 4, 3, 2, 1]);
    expect(new Set(all.map((r) => r.body))).toEqual(new Set(["frist", ...bodies]));
    expect(all.at(-1)).toEqual({ version: 1, body: "frist", writtenAt: message.createdAt });
    expect(second.nextCursor).toBeNull();
  });

  it("is for the author alone, and refuses texts beyond the limit", async () => {
    const { ada, ben, mod, conversationId, messageId } = await scene();
    const edit = (actor: typeof ada, body = "x") =>
      outcomeOf(callAs(actor).messages.edit({ conversationId, messageId, body }));
    expect([await edit(ada), await edit(mod)]).toEqual(["FORBIDDEN", "FORBIDDEN"]);
    expect(await edit(await createUser({ role: "admin" }))).toBe("NOT_FOUND");
    const admin = actorContext(await createUser({ role: "admin" }));
    await updateSettings(admin, { messageMaximumLength: 100 });
    expect(await edit(ben, "x".repeat(101))).toBe("MESSAGE_TOO_LONG");
    await updateSettings(admin, { messageMaximumLength: 8000 });
  });

  it("refuses what was deleted and what was forwarded", async () => {
    const { ben, conversationId, messageId } = await scene();
    const forwarded = await callAs(ben).messages.forward({
      conversationId,
      messageId,
      id: newMessageId(),
      toConversationId: conversationId,
    });
    const edit = (id: string) =>
      outcomeOf(callAs(ben).messages.edit({ conversationId, messageId: id, body: "x" }));
    expect(await edit(forwarded.id)).toBe("FORBIDDEN");
    await callAs(ben).messages.delete({ conversationId, messageId });
    expect(await edit(messageId)).toBe("MESSAGE_DELETED");
  });
});

describe("listRevisions", () => {
  it("shows the history to the author, those who lead the group, and moderators in it; to no others", async () => {
    const { ada, ben, mod, conversationId, messageId } = await scene();
    const [eve, root] = await Promise.all([createUser(), createUser({ role: "admin" })]);
    await callAs(ada).conversations.addMembers({ conversationId, userIds: [eve.id] });
    const ask = (actor: typeof ada) =>
      outcomeOf(callAs(actor).messages.revisions({ conversationId, messageId }));
    expect(await Promise.all([ada, ben, mod, eve, root].map(ask))).toEqual([
      "ok",
      "ok",
      "ok",
      "FORBIDDEN",
      "NOT_FOUND",
    ]);
    await callAs(ben).messages.delete({ conversationId, messageId });
    expect(await ask(ada)).toBe("MESSAGE_DELETED");
  });

  it("does not answer by way of another conversation", async () => {
    const { ben, messageId } = await scene();
    const { id: conversationId } = await createGroup(ben);
    expect(await outcomeOf(callAs(ben).messages.revisions({ conversationId, messageId }))).toBe("NOT_FOUND");
    expect(await outcomeOf(callAs(ben).messages.edit({ conversationId, messageId, body: "x" }))).toBe(
      "NOT_FOUND",
    );
  });
});
