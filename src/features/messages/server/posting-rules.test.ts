import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { AppError } from "@/server/app-error";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers } from "@/server/db/schema/conversations";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";

async function groupWith(modes: { announcementOnly?: boolean; slowModeSeconds?: number }) {
  const [ada, ben, cleo] = await Promise.all([createUser(), createUser(), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben, cleo]);
  await callAs(ada).conversations.setRole({ conversationId, userId: ben.id, role: "admin" });
  await callAs(ada).conversations.update({ conversationId, ...modes });
  const send = (by: Actor, id = newMessageId()) => sendText(by, conversationId, "text", { id });
  return { ada, ben, cleo, conversationId, send };
}

/** As if the person's last message were that much older. */
async function pass(person: Actor, seconds: number) {
  await database()
    .db.update(conversationMembers)
    .set({ lastSentAt: sql`${conversationMembers.lastSentAt} - ${seconds} * interval '1 second'` })
    .where(eq(conversationMembers.userId, person.id));
}

describe("announcements only", () => {
  it("lets owners and admins write, others not, and all when it ends", async () => {
    const { ada, ben, cleo, conversationId, send } = await groupWith({ announcementOnly: true });
    expect(await outcomeOf(send(cleo))).toBe("ANNOUNCEMENT_ONLY");
    expect([await outcomeOf(send(ada)), await outcomeOf(send(ben))]).toEqual(["ok", "ok"]);
    await callAs(ada).conversations.update({ conversationId, announcementOnly: false });
    expect(await outcomeOf(send(cleo))).toBe("ok");
  });
});

describe("slow mode", () => {
  it("makes ordinary members wait, and says how long", async () => {
    const { ada, ben, cleo, send } = await groupWith({ slowModeSeconds: 30 });
    await send(cleo);
    await pass(cleo, 10);
    const refusal = await send(cleo).catch((error) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal.code).toBe("SLOW_MODE");
    expect(refusal.details.seconds).toBeGreaterThan(15);
    expect(refusal.details.seconds).toBeLessThanOrEqual(20);
    await pass(cleo, 20);
    expect(await outcomeOf(send(cleo))).toBe("ok");
    for (const person of [ada, ben, ada, ben]) expect(await outcomeOf(send(person))).toBe("ok");
  });

  it("lets one through of many sent at the same moment", async () => {
    const { cleo, send } = await groupWith({ slowModeSeconds: 30 });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(send(cleo))));
    expect(outcomes.filter((each) => each === "ok")).toHaveLength(1);
    expect(outcomes.filter((each) => each === "SLOW_MODE")).toHaveLength(9);
  });

  it("answers a retry with the first result, also of twins at the same moment", async () => {
    const { cleo, send } = await groupWith({ slowModeSeconds: 30 });
    const id = newMessageId();
    const sent = await Promise.all(Array.from({ length: 5 }, () => send(cleo, id)));
    expect(new Set(sent.map((each) => each.seq)).size).toBe(1);
    expect(await send(cleo, id)).toEqual(sent[0]);
  });

  it("takes no seq for what it refuses, and blocks nobody for good", async () => {
    const { ada, cleo, conversationId, send } = await groupWith({ slowModeSeconds: 30 });
    const before = (await callAs(ada).conversations.get({ conversationId })).lastSeq;
    await Promise.all(Array.from({ length: 12 }, (_, n) => (n % 2 ? send(ada) : send(cleo).catch(() => {}))));
    const { messages } = await callAs(ada).messages.list({ conversationId });
    expect(messages.map((m) => m.seq)).toEqual(Array.from({ length: before + 7 }, (_, i) => i + 1));
  });
});

describe("archiving", () => {
  it("refuses whatever waited behind it", async () => {
    for (let round = 0; round < 10; round++) {
      const { ada, ben, conversationId, send } = await groupWith({});
      const outcomes = Promise.all(Array.from({ length: 8 }, () => outcomeOf(send(ben))));
      await callAs(ada).conversations.archive({ conversationId });
      expect(new Set(["ok", "CONVERSATION_ARCHIVED", ...(await outcomes)]).size).toBe(2);
      const { messages } = await callAs(ada).messages.list({ conversationId });
      expect(messages.at(-1)?.system).toEqual({ type: "archived" });
    }
  }, 60_000);
});
