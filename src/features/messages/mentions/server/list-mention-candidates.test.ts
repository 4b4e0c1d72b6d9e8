import { expect, it } from "vitest";
import { updateSettings } from "@/features/settings/server/update-settings";
import { callAs } from "@/testing/caller";
import { actorContext, createGroup, createUser, sendText } from "@/testing/factories";

it("offers members by the beginning of a name, those who wrote last first, never oneself or a stranger", async () => {
  const ada = await createUser({ displayName: "Ada Byron" });
  const [ann, ben] = [
    await createUser({ displayName: "Ann Other" }),
    await createUser({ displayName: "Ben Annan" }),
  ];
  await createUser({ displayName: "Anna Stranger" });
  const { id: conversationId } = await createGroup(ada, [ann, ben]);
  const offered = async (query: string) =>
    (await callAs(ada).messages.mentions.candidates({ conversationId, query })).people.map(({ id }) => id);
  expect(await offered("")).toEqual([ann.id, ben.id]);
  await sendText(ben, conversationId, "hello");
  expect(await offered("an")).toEqual([ben.id, ann.id]);
  expect(await offered(ann.username.toUpperCase())).toEqual([ann.id]);
  expect(await offered("ada")).toEqual([]);
  expect(await offered("%")).toEqual([]);
});

it("says whether everybody may be called", async () => {
  const [ada, ben, cleo] = [await createUser(), await createUser(), await createUser()];
  const { id: conversationId } = await createGroup(ada, [ben, cleo]);
  const mayCall = async (actor: typeof ada) =>
    (await callAs(actor).messages.mentions.candidates({ conversationId, query: "" })).everyone;
  await updateSettings(actorContext(await createUser({ role: "admin" })), {
    mentionEveryoneMaximumMembers: 2,
  });
  expect([await mayCall(ada), await mayCall(ben)]).toEqual([true, false]);
  const direct = await callAs(ada).conversations.openDirect({ userId: ben.id });
  const inDirect = await callAs(ada).messages.mentions.candidates({ conversationId: direct.id, query: "" });
  expect(inDirect).toMatchObject({ everyone: false, people: [{ id: ben.id }] });
});
