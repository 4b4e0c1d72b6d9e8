import { describe, expect, it } from "vitest";
import { updateSettings } from "@/features/settings/server/update-settings";
import { callAs } from "@/testing/caller";
import { actorContext, createGroup, createUser, sendText } from "@/testing/factories";
import { listAddressed } from "./list-addressed";

async function scene() {
  const [ada, ben, cleo] = await Promise.all([createUser(), createUser(), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben, cleo]);
  return { ada, ben, cleo, conversationId };
}

const summary = ({ id, username, displayName }: Awaited<ReturnType<typeof createUser>>) => ({
  id,
  username,
  displayName,
});

describe("mentions", () => {
  it("name members of the conversation, in any case, and nobody else", async () => {
    const { ada, ben, conversationId } = await scene();
    const eve = await createUser();
    const sent = await sendText(
      ada,
      conversationId,
      `@${ben.username.toUpperCase()} @${eve.username} @nobody @${ada.username}`,
    );
    const byName = [summary(ada), summary(ben)].sort((a, b) => (a.username < b.username ? -1 : 1));
    expect(sent.mentions).toEqual({ users: byName, everyone: null });
    expect((await callAs(ben).messages.list({ conversationId })).messages).toEqual([sent]);
    // One's own name calls nobody.
    expect(await listAddressed(sent.id, { limit: 10 })).toEqual([{ userId: ben.id, by: "name" }]);
  });

  it("follow an edit", async () => {
    const { ada, ben, cleo, conversationId } = await scene();
    const { id: messageId } = await sendText(ada, conversationId, `@${ben.username}`);
    const edited = await callAs(ada).messages.edit({
      conversationId,
      messageId,
      body: `@${cleo.username} @all`,
    });
    expect(edited.mentions).toEqual({ users: [summary(cleo)], everyone: "all" });
    const gone = await callAs(ada).messages.edit({ conversationId, messageId, body: "nobody" });
    expect(gone.mentions).toEqual({ users: [], everyone: null });
  });

  it("of everybody reach each member once, page by page, and who left not at all", async () => {
    const { ada, ben, cleo, conversationId } = await scene();
    const { id } = await sendText(ada, conversationId, `@here @${cleo.username}`);
    const expected = [
      { userId: ben.id, by: "here" },
      { userId: cleo.id, by: "name" },
    ].sort((a, b) => (a.userId < b.userId ? -1 : 1));
    const [first] = await listAddressed(id, { limit: 1 });
    expect([first, ...(await listAddressed(id, { limit: 5, after: first?.userId }))]).toEqual(expected);
    await callAs(ben).conversations.leave({ conversationId });
    expect(await listAddressed(id, { limit: 5 })).toEqual([{ userId: cleo.id, by: "name" }]);
  });

  it("of everybody are plain text for members of large groups, not for those who lead them", async () => {
    const { ada, ben, conversationId } = await scene();
    const admin = actorContext(await createUser({ role: "admin" }));
    await updateSettings(admin, { mentionEveryoneMaximumMembers: 2 });
    const everyoneBy = async (actor: typeof ada) =>
      (await sendText(actor, conversationId, "@all")).mentions.everyone;
    expect([await everyoneBy(ada), await everyoneBy(ben)]).toEqual(["all", null]);
    await updateSettings(admin, { mentionEveryoneMaximumMembers: 3 });
    expect(await everyoneBy(ben)).toBe("all");
    const direct = await callAs(ada).conversations.openDirect({ userId: ben.id });
    expect((await sendText(ada, direct.id, "@all")).mentions.everyone).toBeNull();
  });
});
