import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { presenceChannel } from "@/features/presence/channels";
import { userChannel } from "@/features/users/channels";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { leases } from "@/server/db/schema/leases";
import { presences } from "@/server/db/schema/presences";
import { users } from "@/server/db/schema/users";
import { callAs } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import type { Presence, PresenceState } from "../dto";
import type { PresenceEvents } from "../events";
import { newerPresence } from "../presences";
import { createTracker } from "./presence-tracker";

type Client = Awaited<ReturnType<typeof listenAs>>;
const open: Client[] = [];

/** A device of a person: listens to their own channel, as the app does. */
async function connect(person: Actor): Promise<Client> {
  const client = await listenAs(person);
  open.push(client);
  await client.subscribe(userChannel(person.id));
  return client;
}

const presenceOf = async (person: Actor) =>
  (await callAs(person).presence.list({ userIds: [person.id] }))[0] as Presence;

/** Looks until the person is in that state; the realtime server notices a closed socket a moment later. */
async function lookUntil(tracker: ReturnType<typeof createTracker>, person: Actor, state: PresenceState) {
  await expect
    .poll(
      async () => {
        await tracker.look();
        return (await presenceOf(person)).state;
      },
      { timeout: 8_000 },
    )
    .toBe(state);
}

afterEach(async () => {
  for (const client of open.splice(0)) client.close();
  await database().db.delete(leases);
});

describe("presence", () => {
  it("counts any number of devices as one person, who is seen until the last is gone", async () => {
    const ada = await createUser();
    const tracker = createTracker();
    expect(await presenceOf(ada)).toEqual({
      userId: ada.id,
      state: "offline",
      lastSeenAt: null,
      status: null,
      revision: 0,
    });
    const [phone, laptop] = [await connect(ada), await connect(ada)];
    await tracker.look();
    expect(await presenceOf(ada)).toMatchObject({ state: "online", lastSeenAt: null });
    phone.close();
    for (let looks = 0; looks < 4; looks++) await tracker.look();
    expect(await presenceOf(ada)).toMatchObject({ state: "online" });
    const before = Date.now();
    laptop.close();
    await lookUntil(tracker, ada, "offline");
    const { lastSeenAt } = await presenceOf(ada);
    expect(Math.abs(Date.parse(lastSeenAt ?? "") - before)).toBeLessThan(10_000);
  });

  it("does not notice a reload", async () => {
    const ada = await createUser();
    const tracker = createTracker();
    const tab = await connect(ada);
    await tracker.look();
    const { revision } = await presenceOf(ada);
    tab.close();
    await tracker.look();
    await connect(ada);
    for (let looks = 0; looks < 3; looks++) await tracker.look();
    expect(await presenceOf(ada)).toMatchObject({ state: "online", revision });
  });

  it("is away after five minutes without use, and back with the next", async () => {
    const ada = await createUser();
    const tracker = createTracker();
    await connect(ada);
    await tracker.look();
    const age = (seconds: number) =>
      database()
        .db.update(presences)
        .set({ activeAt: sql`now() - ${seconds} * interval '1 second'` })
        .where(eq(presences.userId, ada.id));
    await age(290);
    await tracker.look();
    expect(await presenceOf(ada)).toMatchObject({ state: "online" });
    await age(301);
    await tracker.look();
    expect(await presenceOf(ada)).toMatchObject({ state: "away", lastSeenAt: null });
    tracker.touch(ada.id);
    await tracker.look();
    expect(await presenceOf(ada)).toMatchObject({ state: "online" });
  });

  it("reaches those who look at the person; in any order the newest state stays", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const tracker = createTracker();
    const looker = await listenAs(ben);
    open.push(looker);
    expect(await looker.subscribe(presenceChannel(ada.id))).toBe(true);
    const device = await connect(ada);
    await tracker.look();
    await callAs(ada).presence.setStatus({ emoji: "🌴", text: "on holiday", until: null });
    device.close();
    await lookUntil(tracker, ada, "offline");
    const isLast = (data: PresenceEvents["presence.changed"]) => data.presence.state === "offline";
    await looker.event<PresenceEvents["presence.changed"]>("presence.changed", isLast);
    const told = looker.received.map((each) => (each.data as PresenceEvents["presence.changed"]).presence);
    expect(told.map((each) => each.state)).toEqual(["online", "online", "offline"]);
    const reduced = [...told.toReversed(), ...told].reduce<Presence | undefined>(newerPresence, undefined);
    expect(reduced).toEqual(await presenceOf(ada));
  });

  it("is kept by one of several processes, and taken over when that one is gone", async () => {
    const ada = await createUser();
    const [first, second] = [createTracker(), createTracker()];
    await first.look();
    await connect(ada);
    await second.look();
    expect((await presenceOf(ada)).state).toBe("offline");
    second.touch(ada.id);
    await second.look();
    const [row] = await database().db.select().from(presences).where(eq(presences.userId, ada.id));
    expect(row?.activeAt).not.toBeNull();
    await database().db.update(leases).set({ expiresAt: sql`now() - interval '1 second'` });
    await second.look();
    expect((await presenceOf(ada)).state).toBe("online");
  });

  it("does not claim to have seen somebody while nobody looked", async () => {
    const ada = await createUser();
    await database()
      .db.insert(presences)
      .values({
        userId: ada.id,
        online: true,
        announced: "online",
        seenAt: new Date("2020-01-02T03:04:05Z"),
      });
    const tracker = createTracker();
    await tracker.look();
    expect(await presenceOf(ada)).toMatchObject({
      state: "offline",
      lastSeenAt: "2020-01-02T03:04:05.000Z",
    });
  });

  it("takes suspended people for gone", async () => {
    const ada = await createUser();
    await connect(ada);
    await database().db.update(users).set({ status: "suspended" }).where(eq(users.id, ada.id));
    await createTracker().look();
    expect((await presenceOf(ada)).state).toBe("offline");
  });
});

describe("a status", () => {
  it("is shown until it is over or cleared, and says nothing of being here", async () => {
    const ada = await createUser();
    const { setStatus } = callAs(ada).presence;
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await setStatus({ emoji: null, text: "in a meeting", until });
    expect(await presenceOf(ada)).toMatchObject({
      state: "offline",
      status: { emoji: null, text: "in a meeting", until },
    });
    await setStatus({ emoji: null, text: "over", until: new Date(Date.now() - 1_000).toISOString() });
    expect((await presenceOf(ada)).status).toBeNull();
    await setStatus({ emoji: "🎧", text: "", until: null });
    expect((await presenceOf(ada)).status).toEqual({ emoji: "🎧", text: "", until: null });
    await setStatus({ emoji: null, text: "", until: null });
    expect((await presenceOf(ada)).status).toBeNull();
  });
});

it("keeps up with thousands who come at once", async () => {
  const { db } = database();
  await db.execute(sql`
    insert into users (username, display_name, status)
    select 'crowd-' || n, 'Crowd ' || n, 'active' from generate_series(1, 5000) n`);
  await db.execute(sql`
    insert into presences (user_id, online, active_at) select id, true, now() from users where username like 'crowd-%'`);
  const { announceChanges } = await import("./record-presence");
  expect([await announceChanges(), await announceChanges(), await announceChanges()]).toEqual([
    2_000, 2_000, 1_000,
  ]);
  expect(await announceChanges()).toBe(0);
});
