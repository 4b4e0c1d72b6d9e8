import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { flushTallies } from "@/server/tally";
import { systemContext } from "@/server/trpc/request-context";
import { callAs } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { limitsChannel, refusalsCounted, securityChanged, securityChannel } from "../channels";
import { recordSecurityEvent } from "./events/record-security-event";
import { admitAddress } from "./ip-rules/admit-address";
import { noteRefusal } from "./note-refusal";

describe("the console's pages on security", () => {
  let admin: Actor;
  let client: Awaited<ReturnType<typeof listenAs>>;
  beforeAll(async () => {
    admin = await createUser({ role: "admin" });
    client = await listenAs(admin);
    expect(await client.subscribe(securityChannel)).toBe(true);
  });
  afterAll(() => client.close());

  /** Does something and waits until it was heard of. */
  async function heard<T>(act: () => Promise<T>): Promise<T> {
    client.received.length = 0;
    const result = await act();
    await client.event(securityChanged);
    return result;
  }

  it("hear of every change of a rule", async () => {
    const { ipRules } = callAs(admin).admin.security;
    const network = "198.51.100.0/24";
    const { id: ruleId } = await heard(() =>
      ipRules.add({ kind: "block", network, reason: "an example", lifetimeHours: 1 }),
    );
    const rule = await heard(() =>
      ipRules.change({ ruleId, reason: "another example", lifetimeHours: null }),
    );
    expect(rule).toMatchObject({ reason: "another example", expiresAt: null });
    await heard(() => ipRules.remove({ ruleId, reason: "enough" }));
  });

  it("hear of an event, and of somebody who saw to it", async () => {
    const ctx = { ...systemContext(), ip: "198.51.100.7" };
    await heard(() => recordSecurityEvent(ctx, { kind: "address.scanned", subject: "198.51.100.7" }));
    const { events } = await callAs(admin).admin.security.events.list({ open: true });
    const eventIds = events.map(({ id }) => id);
    await heard(() => callAs(admin).admin.security.events.acknowledge({ eventIds }));
  });

  it("hear of whom limits and rules held back, and of changed limits", async () => {
    await client.subscribe(limitsChannel);
    const counted = async (act: () => unknown) => {
      client.received.length = 0;
      await act();
      await flushTallies();
      await client.event(refusalsCounted);
    };
    const talker = await createUser();
    await counted(() => noteRefusal("sending", "person", talker.id));
    const { refusals } = await callAs(admin).admin.security.limits();
    expect(refusals).toMatchObject([{ rule: "sending", person: { id: talker.id }, times: 1 }]);
    const [ip, network] = ["203.0.113.77", "203.0.113.77/32"];
    await callAs(admin).admin.security.ipRules.add({
      ...{ kind: "block", network, reason: "an example", lifetimeHours: 1 },
    });
    await counted(() => admitAddress(ip));
    const { rules } = await callAs(admin).admin.security.ipRules.list({ network: ip });
    expect(rules).toMatchObject([{ hits: 1 }]);

    client.received.length = 0;
    await callAs(admin).admin.settings.update({ instanceName: "Shown elsewhere" });
    await callAs(admin).admin.settings.update({ searchesPerMinute: 77 });
    await client.event("limits.changed");
    expect(client.received.filter(({ channel }) => channel === limitsChannel)).toHaveLength(1);
  });

  it("are for those who may see them", async () => {
    const other = await listenAs(await createUser());
    expect(await other.subscribe(securityChannel)).toBe(false);
    expect(await other.subscribe(limitsChannel)).toBe(false);
    other.close();
  });
});
