import { randomUUID } from "node:crypto";
import type { Actor } from "@/server/context";
import { callAs } from "../caller";
import {
  createGroup,
  createImportedUser,
  createUser,
  newMessageId,
  sendText,
  testPassword,
} from "../factories";

/** Whose things are asked for: an owner of every group, and the member persona. Set before the rows run. */
export const people = {} as { owner: Actor; member: Actor };

export const group = async () => (await createGroup(people.owner, [people.member])).id;
export const groupInput = async () => ({ conversationId: await group() });
/** A message that the people.member wrote. */
export async function theirs() {
  const conversationId = await group();
  const { id: messageId } = await sendText(people.member, conversationId, "secret");
  return { conversationId, messageId };
}
export async function thread() {
  const { conversationId, messageId: rootId } = await theirs();
  return { conversationId, rootId };
}
export const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
/** A message that the people.member wants to be sent later. */
export async function theirScheduled() {
  const input = { ...(await groupInput()), id: newMessageId(), body: "later", sendAt: inAnHour() };
  return { id: (await callAs(people.member).messages.scheduled.add(input)).id };
}
export const withBody = (input: typeof theirs) => async () => ({ ...(await input()), body: "changed" });
export const withEmoji = async () => ({ ...(await theirs()), emoji: "👍" });
export async function deletedGroupInput() {
  const conversationId = await group();
  await callAs(people.owner).conversations.delete({ conversationId });
  return { conversationId };
}
export async function messageInput() {
  const conversationId = await group();
  const { id: messageId } = await sendText(people.owner, conversationId, "hello");
  return { conversationId, messageId };
}
export async function linkInput() {
  const { url } = await callAs(people.owner).conversations.links.create({
    conversationId: await group(),
    lifetimeHours: null,
    maxUses: null,
  });
  return { token: url.split("/").at(-1) };
}
export const pendingInput = async () => ({ userId: (await createUser({ status: "pending" })).id });
export const account = () => {
  const username = `new-${randomUUID().slice(0, 8)}`;
  return { username, displayName: "New", email: `${username}@example.org`, password: testPassword };
};
export async function invitation() {
  const { id: userId } = await createImportedUser();
  const { url } = await callAs(await createUser({ role: "admin" })).admin.users.invite({ userId });
  return { token: url.split("/").at(-1) };
}
