import { expect, it } from "vitest";
import { conversationChannel } from "@/features/conversations/channels";
import type { ProfileEvents } from "@/features/users/events";
import { withProfile } from "@/features/users/with-profile";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";
import { listenAs } from "@/testing/listen";

it("a renaming by an administrator is told to whoever shares a conversation with them", async () => {
  const [admin, ada, ben] = [await createUser({ role: "admin" }), await createUser(), await createUser()];
  const group = await createGroup(ben, [ada]);
  const socket = await listenAs(ben);
  await socket.subscribe(conversationChannel(group.id));
  await callAs(admin).admin.people.edit({
    ...{ userId: ada.id, displayName: "Ada King", username: ada.username, email: ada.email ?? "", bio: "" },
  });
  expect(await socket.event("profile.changed")).toMatchObject({
    user: { id: ada.id, displayName: "Ada King" },
  });
  socket.close();
});

it("a page that applies a renaming holds what a fresh read gives, wherever the person stands", async () => {
  const [ada, ben, cleo] = await Promise.all([createUser(), createUser(), createUser()]);
  const group = await createGroup(ben, [ada, cleo]);
  const direct = await callAs(ben).conversations.openDirect({ userId: ada.id });
  const first = await sendText(ada, group.id, `hello @${cleo.username}`);
  await sendText(ben, group.id, `welcome @${ada.username}`);
  await sendText(ben, group.id, "to you", { replyToId: first.id });
  await sendText(ada, direct.id, "just us");
  const read = async () => {
    const { conversations, messages, users } = callAs(ben);
    return {
      list: await conversations.list({}),
      inGroup: await messages.list({ conversationId: group.id }),
      inDirect: await messages.list({ conversationId: direct.id }),
      members: await conversations.members({ conversationId: group.id }),
      found: await users.search({ query: ada.username }),
    };
  };
  const before = await read();
  const [groupSocket, directSocket] = await Promise.all([listenAs(cleo), listenAs(ben)]);
  await groupSocket.subscribe(conversationChannel(group.id));
  await directSocket.subscribe(conversationChannel(direct.id));
  await callAs(ada).account.updateProfile({ displayName: "Ada Lovelace" });

  const told = await directSocket.event<ProfileEvents["profile.changed"]>("profile.changed");
  expect(await groupSocket.event("profile.changed")).toEqual(told);
  const after = await read();
  expect(after).not.toEqual(before);
  expect(withProfile(before, told.user)).toEqual(after);
  expect(withProfile(withProfile(before, told.user), told.user)).toEqual(after);
  for (const socket of [groupSocket, directSocket]) socket.close();
});
