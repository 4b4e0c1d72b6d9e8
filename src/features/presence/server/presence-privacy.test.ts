import { expect, it } from "vitest";
import { userChannel } from "@/features/users/channels";
import type { Actor } from "@/server/context";
import { callAs } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { personChannel, presenceChannel } from "../channels";
import type { PresenceEvents } from "../events";
import { createTracker } from "./presence-tracker";

const asSeenBy = async (reader: Actor, person: Actor) =>
  (await callAs(reader).presence.list({ userIds: [person.id] }))[0];

const status = { emoji: "🎧", text: "deep in work", until: null };
const nothingOfBeingHere = { state: null, lastSeenAt: null };

it("who hides whether they are here is not seen, keeps a status, and sees nobody else", async () => {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  const [adasDevice, bensDevice] = await Promise.all([listenAs(ada), listenAs(ben)]);
  await Promise.all([adasDevice.subscribe(userChannel(ada.id)), bensDevice.subscribe(userChannel(ben.id))]);
  await createTracker().look();
  expect(await asSeenBy(ben, ada)).toMatchObject({ state: "online" });

  expect(await callAs(ada).presence.share({ shared: false })).toMatchObject({ showPresence: false });
  await callAs(ada).presence.setStatus(status);
  expect(await asSeenBy(ben, ada)).toMatchObject({ ...nothingOfBeingHere, status });
  expect(await asSeenBy(ada, ben)).toMatchObject(nothingOfBeingHere);
  expect(await asSeenBy(ada, ada)).toMatchObject({ state: "online" });
  expect(await asSeenBy(ben, ben)).toMatchObject({ state: "online" });

  await callAs(ada).presence.share({ shared: true });
  expect(await asSeenBy(ben, ada)).toMatchObject({ state: "online" });
  expect(await asSeenBy(ada, ben)).toMatchObject({ state: "online" });
  for (const device of [adasDevice, bensDevice]) device.close();
});

it("who hides may not listen to whether others are here, and is put off open sockets", async () => {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  const mayListen = async (channel: string) => {
    const client = await listenAs(ada);
    const allowed = await client.subscribe(channel);
    client.close();
    return allowed;
  };
  expect(await mayListen(presenceChannel(ben.id))).toBe(true);
  const open = await listenAs(ada);
  await open.subscribe(userChannel(ada.id));
  await callAs(ada).presence.share({ shared: false });
  await open.closed();
  expect(await mayListen(presenceChannel(ben.id))).toBe(false);
  expect(await mayListen(presenceChannel(ada.id))).toBe(true);
  expect(await mayListen(personChannel(ben.id))).toBe(true);
  open.close();
});

it("events say no more than a read does", async () => {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  const looker = await listenAs(ben);
  await looker.subscribe(presenceChannel(ada.id));
  await looker.subscribe(personChannel(ada.id));
  const tracker = createTracker();
  await callAs(ada).presence.share({ shared: false });
  const device = await listenAs(ada);
  await device.subscribe(userChannel(ada.id));
  await tracker.look();
  await callAs(ada).presence.setStatus(status);
  const withStatus = ({ presence }: PresenceEvents["presence.changed"]) => presence.status !== null;
  await looker.event<PresenceEvents["presence.changed"]>("presence.changed", withStatus);
  await callAs(ada).presence.share({ shared: true });
  const isShared = ({ presence }: PresenceEvents["presence.changed"]) => presence.state !== null;
  await looker.event<PresenceEvents["presence.changed"]>("presence.changed", isShared);

  const told = looker.received
    .filter(({ name }) => name === "presence.changed")
    .map(({ data }) => (data as PresenceEvents["presence.changed"]).presence);
  const shared = told.filter(({ state }) => state !== null);
  expect(shared).toEqual([await asSeenBy(ben, ada)]);
  expect(told.filter(({ state }) => state === null)).toHaveLength(told.length - 1);
  expect(told.every(({ state, lastSeenAt }) => state !== null || lastSeenAt === null)).toBe(true);
  for (const client of [looker, device]) client.close();
});
