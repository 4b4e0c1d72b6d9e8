import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { ConversationRole } from "@/features/conversations/dto";
import { userChannel } from "@/features/users/channels";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { users } from "@/server/db/schema/users";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { conversationChannel } from "../channels";

/** A group with an owner, an admin and two ordinary members. */
async function groupOfFour() {
  const [ada, ben, cleo, dan] = await Promise.all([createUser(), createUser(), createUser(), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben, cleo, dan]);
  const setRole = (by: Actor, whom: Actor, role: ConversationRole) =>
    callAs(by).conversations.setRole({ conversationId, userId: whom.id, role });
  await setRole(ada, ben, "admin");
  const remove = (by: Actor, whom: Actor) =>
    callAs(by).conversations.removeMember({ conversationId, userId: whom.id });
  const leave = (by: Actor, successor?: Actor) =>
    callAs(by).conversations.leave({ conversationId, successorId: successor?.id });
  const roleOf = async (whom: Actor) => (await callAs(whom).conversations.get({ conversationId })).role;
  return { ada, ben, cleo, dan, conversationId, setRole, remove, leave, roleOf };
}

const owners = async (reader: Actor, conversationId: string) =>
  (await callAs(reader).conversations.members({ conversationId })).members
    .filter((member) => member.role === "owner")
    .map((member) => member.id);

describe("setRole", () => {
  it("is for owners alone, who may also step down while another one stays", async () => {
    const { ada, ben, cleo, setRole, roleOf } = await groupOfFour();
    expect(await outcomeOf(setRole(ben, cleo, "admin"))).toBe("FORBIDDEN");
    expect(await outcomeOf(setRole(cleo, cleo, "owner"))).toBe("FORBIDDEN");
    expect(await outcomeOf(setRole(ada, ada, "member"))).toBe("LAST_OWNER");
    await setRole(ada, ben, "owner");
    await setRole(ada, ada, "member");
    expect([await roleOf(ada), await roleOf(ben)]).toEqual(["member", "owner"]);
    expect(await outcomeOf(setRole(ada, cleo, "admin"))).toBe("FORBIDDEN");
  });

  it("knows neither outsiders nor makes an owner of somebody who cannot sign in", async () => {
    const { ada, cleo, setRole } = await groupOfFour();
    const eve = await createUser();
    expect(await outcomeOf(setRole(eve, eve, "owner"))).toBe("NOT_FOUND");
    expect(await outcomeOf(setRole(ada, eve, "admin"))).toBe("NOT_FOUND");
    await database().db.update(users).set({ status: "suspended" }).where(eq(users.id, cleo.id));
    expect(await outcomeOf(setRole(ada, cleo, "owner"))).toBe("NOT_FOUND");
  });

  it("leaves an owner when two step down at the same moment", async () => {
    const { ada, ben, cleo, conversationId, setRole } = await groupOfFour();
    await setRole(ada, ben, "owner");
    const outcomes = await Promise.all([ada, ben].map((owner) => outcomeOf(setRole(owner, owner, "member"))));
    expect(outcomes.sort()).toEqual(["LAST_OWNER", "ok"]);
    expect(await owners(cleo, conversationId)).toHaveLength(1);
  });

  it("reaches the person on every device", async () => {
    const { ada, ben, conversationId, setRole } = await groupOfFour();
    const client = await listenAs(ben);
    await client.subscribe(userChannel(ben.id));
    await setRole(ada, ben, "member");
    const event = await client.event<{ membership: object }>("membership.changed");
    expect(await callAs(ben).conversations.get({ conversationId })).toMatchObject(event.membership);
    expect(event.membership).toMatchObject({ role: "member" });
    client.close();
  });
});

describe("handOver", () => {
  it("makes the other one owner and the actor an admin", async () => {
    const { ada, ben, cleo, conversationId, roleOf } = await groupOfFour();
    const handOver = (by: Actor, whom: Actor) =>
      callAs(by).conversations.handOver({ conversationId, userId: whom.id });
    expect(await outcomeOf(handOver(ben, cleo))).toBe("FORBIDDEN");
    expect(await outcomeOf(handOver(ada, ada))).toBe("FORBIDDEN");
    await handOver(ada, cleo);
    expect([await roleOf(ada), await roleOf(cleo)]).toEqual(["admin", "owner"]);
    const { messages } = await callAs(ben).messages.list({ conversationId });
    expect(messages.at(-1)).toMatchObject({
      kind: "system",
      author: { id: ada.id },
      system: { type: "handed-over", person: { id: cleo.id } },
    });
  });
});

describe("leave", () => {
  it("keeps the last owner until there is a successor", async () => {
    const { ada, ben, cleo, conversationId, leave, roleOf } = await groupOfFour();
    const eve = await createUser();
    expect(await outcomeOf(leave(ada))).toBe("LAST_OWNER");
    expect(await outcomeOf(leave(ada, ada))).toBe("LAST_OWNER");
    expect(await outcomeOf(leave(ada, eve))).toBe("NOT_FOUND");
    expect(await outcomeOf(leave(ben, ben))).toBe("FORBIDDEN");
    await leave(ada, cleo);
    expect(await roleOf(cleo)).toBe("owner");
    expect(await outcomeOf(callAs(ada).conversations.get({ conversationId }))).toBe("NOT_FOUND");
  });

  it("keeps an owner whose only companion in charge cannot sign in", async () => {
    const { ada, ben, leave, setRole } = await groupOfFour();
    await setRole(ada, ben, "owner");
    await database().db.update(users).set({ status: "suspended" }).where(eq(users.id, ben.id));
    expect(await outcomeOf(leave(ada))).toBe("LAST_OWNER");
  });

  it("lets one of two owners go who leave at the same moment, twenty times over", async () => {
    for (let round = 0; round < 20; round++) {
      const [ada, ben, cleo] = await Promise.all([createUser(), createUser(), createUser()]);
      const { id: conversationId } = await createGroup(ada, [ben, cleo]);
      await callAs(ada).conversations.setRole({ conversationId, userId: ben.id, role: "owner" });
      const outcomes = await Promise.all(
        [ada, ben].map((owner) => outcomeOf(callAs(owner).conversations.leave({ conversationId }))),
      );
      expect(outcomes.sort()).toEqual(["LAST_OWNER", "ok"]);
      expect(await owners(cleo, conversationId)).toHaveLength(1);
    }
  }, 60_000);
});

describe("removeMember", () => {
  it("lets owners remove anybody and admins ordinary members, nobody themselves", async () => {
    const { ada, ben, cleo, dan, setRole, remove } = await groupOfFour();
    expect(await outcomeOf(remove(cleo, dan))).toBe("FORBIDDEN");
    expect(await outcomeOf(remove(ben, ada))).toBe("FORBIDDEN");
    expect(await outcomeOf(remove(ben, ben))).toBe("FORBIDDEN");
    expect(await outcomeOf(remove(ada, ada))).toBe("FORBIDDEN");
    expect(await outcomeOf(remove(ben, dan))).toBe("ok");
    expect(await outcomeOf(remove(ben, dan))).toBe("NOT_FOUND");
    await setRole(ada, cleo, "admin");
    expect(await outcomeOf(remove(ben, cleo))).toBe("FORBIDDEN");
    expect(await outcomeOf(remove(ada, cleo))).toBe("ok");
    expect(await outcomeOf(remove(ada, ben))).toBe("ok");
  });

  it("takes the group from open sockets at once, and tells who did it in the history and the audit log", async () => {
    const { ada, cleo, ben, conversationId, remove } = await groupOfFour();
    const [removed, staying] = await Promise.all([listenAs(cleo), listenAs(ben)]);
    await removed.subscribe(userChannel(cleo.id));
    await removed.subscribe(conversationChannel(conversationId));
    await staying.subscribe(conversationChannel(conversationId));
    await remove(ada, cleo);
    await removed.closed();
    const back = await listenAs(cleo);
    expect(await back.subscribe(conversationChannel(conversationId))).toBe(false);
    const { message } = await staying.event<{ message: object }>("message.created");
    const { messages } = await callAs(ben).messages.list({ conversationId });
    expect(message).toEqual(messages.at(-1));
    expect(message).toMatchObject({ system: { type: "removed", person: { id: cleo.id } } });
    expect(await outcomeOf(callAs(cleo).messages.list({ conversationId }))).toBe("NOT_FOUND");
    const noted = await database()
      .db.select()
      .from(auditEntries)
      .where(eq(auditEntries.targetId, conversationId));
    expect(noted.find((entry) => entry.action === "conversation.member-removed")).toMatchObject({
      actorId: ada.id,
      before: { userId: cleo.id, role: "member" },
    });
    for (const each of [removed, staying, back]) each.close();
  });
});
