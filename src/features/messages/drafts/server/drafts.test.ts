import { describe, expect, it } from "vitest";
import { userChannel } from "@/features/users/channels";
import type { Actor } from "@/server/context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import type { OwnMessageEvents } from "../../events";
import { withDraft } from "../draft-list";
import type { Draft } from "../dto";

const pageId = newMessageId();
const save = (actor: Actor, conversationId: string, body: string, threadRootId: string | null = null) =>
  callAs(actor).messages.drafts.save({ conversationId, threadRootId, body, pageId });
const listed = async (actor: Actor) => (await callAs(actor).messages.drafts.list({})).drafts;

describe("drafts", () => {
  it("are kept for each line, the last save wins, and empty ones are gone", async () => {
    const ada = await createUser();
    const { id } = await createGroup(ada);
    const root = await sendText(ada, id, "root");
    await save(ada, id, "first");
    const inThread = await save(ada, id, "in the thread", root.id);
    const second = await save(ada, id, "second");
    expect(second.revision).toBe(2);
    expect(await listed(ada)).toEqual([second, inThread]);
    expect((await save(ada, id, "")).revision).toBe(3);
    expect(await listed(ada)).toEqual([inThread]);
    expect((await save(ada, id, "again")).revision).toBe(4);
  });

  it("give the same to all devices by events as by reading, in whatever order they come", async () => {
    const ada = await createUser();
    const { id } = await createGroup(ada);
    const client = await listenAs(ada);
    await client.subscribe(userChannel(ada.id));
    const saved = [
      await save(ada, id, "a"),
      await save(ada, id, "ab"),
      await save(ada, id, ""),
      await save(ada, id, "b"),
    ];
    const events = await Promise.all(
      saved.map((draft) =>
        client.event<OwnMessageEvents["draft.changed"]>(
          "draft.changed",
          (data) => data.draft.revision === draft.revision,
        ),
      ),
    );
    client.close();
    expect(events).toEqual(saved.map((draft) => ({ draft, pageId })));
    for (const order of [saved, saved.toReversed(), [...saved, ...saved]]) {
      expect(order.reduce<Draft[]>(withDraft, [])).toEqual(await listed(ada));
    }
  });

  it("are one's own, only where one is a member, and come in pages", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const groups = [await createGroup(ada, [ben]), await createGroup(ada, [ben])];
    for (const { id } of groups) await save(ben, id, "mine");
    expect(await listed(ada)).toEqual([]);
    const { drafts } = callAs(ben).messages;
    const one = await drafts.list({ limit: 1 });
    const two = await drafts.list({ limit: 1, cursor: one.nextCursor });
    expect([...one.drafts, ...two.drafts]).toEqual(await listed(ben));
    expect(two.nextCursor).toBeNull();
    const [left] = groups;
    await callAs(ben).conversations.leave({ conversationId: left?.id as string });
    expect(await listed(ben)).toHaveLength(1);
    expect(await outcomeOf(save(ben, left?.id as string, "x"))).toBe("NOT_FOUND");
    const far = await sendText(ada, (await createGroup(ada)).id, "far");
    expect(await outcomeOf(save(ben, groups[1]?.id as string, "x", far.id))).toBe("NOT_FOUND");
  });
});
