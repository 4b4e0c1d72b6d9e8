import { beforeEach, expect, test } from "vitest";
import { listConversations } from "@/features/conversations/server/list-conversations";
import { listMessages } from "@/features/messages/server/list-messages";
import { signIn } from "@/features/sessions/server/sign-in";
import { database } from "@/server/db/client";
import { systemContext } from "@/server/trpc/request-context";
import { actorContext, createUser } from "@/testing/factories";
import { countRows } from "@/testing/imported-rows";
import { directs } from "../demo/directs";
import { parseScript } from "../demo/parse-script";
import { demoPassword } from "../demo/people";
import { demoGroups } from "../demo/workspace";
import { describeSeed } from "./describe-seed";
import { seedDemo } from "./seed-demo";

beforeEach(async () => {
  await database().sql`truncate users, conversations, messages, sessions cascade`;
});

const seed = (force = false) => seedDemo(systemContext(), { force });

async function signedInAs(login: string, password = demoPassword) {
  const { userId } = await signIn(systemContext(), { login, password });
  return actorContext({ id: userId, username: login, displayName: login, email: null, role: "user" });
}

test("everybody can sign in and finds their conversations, some of them unread", async () => {
  const { accounts, seeded } = await seed();
  expect(seeded).toBe(true);
  expect(accounts.filter(({ role }) => role === "admin")).toHaveLength(1);
  expect(accounts.filter(({ role }) => role === "moderator")).toHaveLength(1);
  const unreadOf = new Map<string, number>();
  for (const { username } of accounts) {
    const ctx = await signedInAs(username);
    const { conversations } = await listConversations(ctx, { limit: 100 });
    expect(conversations.length).toBeGreaterThanOrEqual(3);
    unreadOf.set(
      username,
      conversations.reduce((sum, { lastSeq, lastReadSeq }) => sum + lastSeq - lastReadSeq, 0),
    );
  }
  expect(new Set(unreadOf.values()).size).toBeGreaterThanOrEqual(6);
});

test("messages read as the script says, within the last two weeks", async () => {
  await seed();
  const ctx = await signedInAs("sam");
  const { conversations } = await listConversations(ctx, { limit: 100 });
  const firmware = conversations.find(({ name }) => name === "Firmware");
  const { messages } = await listMessages(ctx, { conversationId: firmware?.id as string, limit: 100 });
  const script = parseScript(demoGroups.find(({ key }) => key === "firmware")?.script ?? "");
  expect(messages.map(({ author, body, replyTo }) => [author.username, body, replyTo?.seq ?? null])).toEqual(
    script.map(({ from, text, replyTo }) => [from, text, replyTo === null ? null : replyTo + 1]),
  );
  const ages = messages.map(({ createdAt }) => Date.now() - Date.parse(createdAt));
  expect(Math.min(...ages)).toBeGreaterThan(0);
  expect(Math.max(...ages)).toBeLessThan(15 * 24 * 3_600_000);
});

test("a second run doubles nothing", async () => {
  await seed();
  const before = await countRows();
  const again = await seed();
  expect(again).toMatchObject({ seeded: false, password: demoPassword, messages: 0 });
  expect(again.accounts).toHaveLength(12);
  expect(await countRows()).toEqual(before);
  expect(describeSeed(again)).toContain("there already");
});

test("a first administrator keeps the account and owns the public groups", async () => {
  const admin = await createUser({ role: "admin" });
  await seed();
  const { conversations } = await listConversations(actorContext(admin), { limit: 100 });
  expect(conversations.map(({ name, role }) => [name, role]).sort()).toEqual(
    demoGroups
      .filter(({ visibility }) => visibility === "public")
      .map(({ name }) => [name, "owner"])
      .sort(),
  );
});

test("refuses where other people are, and never gives them a known password", async () => {
  await createUser({ username: "nadia" });
  const before = await countRows();
  await expect(seed()).rejects.toThrow("This instance already has people");
  expect(await countRows()).toEqual(before);

  const forced = await seed(true);
  expect(forced.password).not.toBe(demoPassword);
  expect(forced.accounts[0]).toMatchObject({ username: "nadia-2", displayName: "Nadia Brandt" });
  await expect(signedInAs("nadia-2")).rejects.toThrow();
  expect((await signedInAs("nadia-2", forced.password as string)).actor.id).toBeTruthy();
  expect((await seed(true)).password).toBeNull();
});

test("nobody has written something they have not read", () => {
  for (const { script, unread } of [...demoGroups, ...directs]) {
    for (const [name, count] of Object.entries(unread ?? {})) {
      expect(
        parseScript(script)
          .slice(-count)
          .map(({ from }) => from),
      ).not.toContain(name);
    }
  }
});
