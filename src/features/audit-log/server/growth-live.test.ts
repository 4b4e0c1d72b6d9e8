import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationsChannel } from "@/features/conversations/channels";
import { signInsChannel } from "@/features/sessions/events";
import { peopleChannel } from "@/features/users/channels";
import { register } from "@/features/users/server/register";
import { sealEntries } from "@/server/audit/seal-entries";
import type { Actor } from "@/server/context";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, signInForCookie } from "@/testing/caller";
import { createGroup, createUser, testPassword } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { until } from "@/testing/realtime-client";
import { announceGrowth } from "./announce-growth";

const channels = ["private-console-audit", conversationsChannel, peopleChannel, signInsChannel];
const seal = () => sealEntries(systemContext(), announceGrowth);

describe("the console's lists of people, sessions and conversations", () => {
  let admin: Actor;
  let client: Awaited<ReturnType<typeof listenAs>>;
  beforeAll(async () => {
    admin = await createUser({ role: "admin" });
    await callAs(admin).admin.settings.update({ signUpPolicy: "approval" });
    client = await listenAs(admin);
    for (const channel of channels) expect(await client.subscribe(channel)).toBe(true);
    await seal();
  });
  afterAll(() => client.close());

  const grown = () => client.received.filter(({ name }) => name === "audit.grown").length;
  let marks = 0;

  /** What pages are told, by name, once something that was done stands in the audit log. */
  async function toldOf(act: () => Promise<unknown>): Promise<string[]> {
    client.received.length = 0;
    await act();
    await seal();
    // Whatever was told of the act is heard before this.
    await callAs(admin).admin.settings.update({ instanceName: `Mark ${++marks}` });
    await seal();
    await until(() => grown() === 2, "word of the audit log");
    return client.received.map(({ name }) => name).filter((name) => name !== "audit.grown");
  }

  it("are told that somebody registered, was approved, renamed, given a role, suspended", async () => {
    const username = `live.${Date.now()}`;
    const account = {
      username,
      displayName: "Live",
      email: `${username}@example.org`,
      password: testPassword,
    };
    expect(await toldOf(() => register(systemContext(), account))).toEqual(["people.changed"]);
    const { users } = await callAs(admin).admin.users.list({ query: username });
    const userId = users[0]?.id ?? "";
    const { approve, setRole, suspend } = callAs(admin).admin.users;
    expect(await toldOf(() => approve({ userId }))).toEqual(["people.changed"]);
    expect(await toldOf(() => setRole({ userId, role: "moderator", reason: "helps" }))).toEqual([
      "people.changed",
    ]);
    expect(await toldOf(() => suspend({ userId, reason: "an example", until: null }))).toEqual([
      "people.changed",
    ]);
  });

  it("are told of a crowd once", async () => {
    const crowd = await Promise.all(Array.from({ length: 20 }, () => createUser()));
    const { suspend } = callAs(admin).admin.users;
    const told = await toldOf(async () => {
      for (const { id: userId } of crowd) await suspend({ userId, reason: "an example", until: null });
    });
    expect(told).toEqual(["people.changed"]);
  });

  it("are told of sessions that begin and end", async () => {
    const person = await createUser();
    await seal();
    let sessionId = "";
    const begin = async () => {
      ({ sessionId } = await signInForCookie(person));
    };
    expect(await toldOf(begin)).toEqual(["sessions.changed"]);
    const { revoke } = callAs(admin).admin.sessions;
    expect(await toldOf(() => revoke({ sessionId, reason: "an example" }))).toEqual(["sessions.changed"]);
  });

  it("are told of groups that are made and archived", async () => {
    const owner = await createUser();
    let conversationId = "";
    const make = async () => {
      ({ id: conversationId } = await createGroup(owner));
    };
    expect(await toldOf(make)).toEqual(["conversations.changed"]);
    const { archive } = callAs(admin).admin.conversations;
    expect(await toldOf(() => archive({ conversationId, reason: "an example" }))).toEqual([
      "conversations.changed",
    ]);
  });

  it("are heard by nobody else", async () => {
    for (const role of ["moderator", "user"] as const) {
      const other = await listenAs(await createUser({ role }));
      for (const channel of channels) expect(await other.subscribe(channel)).toBe(false);
      other.close();
    }
  });
});
