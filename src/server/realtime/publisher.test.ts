import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { conversationChannel } from "@/features/conversations/channels";
import { database } from "@/server/db/client";
import { outbox } from "@/server/db/schema/outbox";
import { transaction } from "@/server/db/transaction";
import { systemContext } from "@/server/trpc/request-context";
import { createGroup, createUser } from "@/testing/factories";
import { connectClient, listenAs } from "@/testing/listen";
import { until } from "@/testing/realtime-client";
import { publisher } from "./publisher";

const waiting = () => database().db.$count(outbox);

describe("publisher", () => {
  it("publishes what a process that died left behind, once the sweep finds it", async () => {
    const ada = await createUser();
    const channel = conversationChannel((await createGroup(ada)).id);
    const client = await listenAs(ada);
    expect(await client.subscribe(channel)).toBe(true);
    await until(async () => (await waiting()) === 0, "the outbox is empty");

    const data = { left: "behind", list: [1, { two: "2" }] };
    await database()
      .db.insert(outbox)
      .values({ channels: [channel], event: "test.left", data });
    expect(await publisher().sweep(60_000)).toBe(0);
    expect(await publisher().sweep(0)).toBe(1);
    expect(await client.event("test.left")).toEqual(data);
    await until(async () => (await waiting()) === 0, "the event left the outbox");
    client.close();
  });

  it("keeps the order of a channel's events, over many batches", async () => {
    const channel = `test-${randomUUID()}`;
    const client = await connectClient({ authorize: async () => null });
    expect(await client.subscribe(channel)).toBe(true);
    for (let n = 0; n < 60; n += 3) {
      await transaction(systemContext(), async (tx) => {
        for (let i = n; i < n + 3; i++) tx.emit({ channels: [channel], name: "test.count", data: { n: i } });
      });
    }
    await client.event<{ n: number }>("test.count", ({ n }) => n === 59);
    expect(client.received.map((each) => (each.data as { n: number }).n)).toEqual(
      Array.from({ length: 60 }, (_, n) => n),
    );
    client.close();
  });

  it("publishes nothing of a transaction that fails", async () => {
    const channel = `test-${randomUUID()}`;
    const client = await connectClient({ authorize: async () => null });
    expect(await client.subscribe(channel)).toBe(true);
    const failing = transaction(systemContext(), async (tx) => {
      tx.emit({ channels: [channel], name: "test.never", data: {} });
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    await transaction(systemContext(), async (tx) => {
      tx.emit({ channels: [channel], name: "test.after", data: {} });
    });
    await client.event("test.after");
    expect(client.received.map((each) => each.name)).toEqual(["test.after"]);
    expect(await publisher().sweep(0)).toBe(0);
    client.close();
  });

  it("does not take for left behind what was only just written by a transaction that has waited long", async () => {
    const [row] = await database().sql.begin(async (sql) => {
      await sql`select pg_sleep(0.3)`;
      const written = await sql<{ age: number }[]>`
        insert into outbox (channels, event, data) values ('{test}', 'test.late', '{}')
        returning extract(epoch from clock_timestamp() - created_at)::float as age`;
      await sql`delete from outbox where event = 'test.late'`;
      return written;
    });
    expect(row?.age).toBeLessThan(0.2);
  });

  it("publishes once what is swept while it is about to leave the outbox", async () => {
    const channel = `test-${randomUUID()}`;
    const client = await connectClient({ authorize: async () => null });
    expect(await client.subscribe(channel)).toBe(true);
    for (let n = 0; n < 40; n++) {
      const emitted = transaction(systemContext(), async (tx) => {
        tx.emit({ channels: [channel], name: "test.count", data: { n } });
      });
      await Promise.all([emitted.then(() => publisher().sweep(0)), publisher().sweep(0)]);
    }
    await client.event<{ n: number }>("test.count", ({ n }) => n === 39);
    expect(client.received.map((each) => (each.data as { n: number }).n)).toEqual(
      Array.from({ length: 40 }, (_, n) => n),
    );
    client.close();
  });
});
