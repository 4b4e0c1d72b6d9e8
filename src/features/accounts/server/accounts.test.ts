import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "@/features/sessions/server/sign-in";
import { erasedName } from "@/lib/erased";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import { users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createGroup, createUser, sendText, testPassword } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { type MailServer, startMailServer } from "@/testing/mail-server";
import { runJobs } from "@/testing/run-jobs";
import { eraseTraces } from "./erase-traces";

let mail: MailServer;
beforeAll(async () => {
  mail = await startMailServer();
});
afterAll(() => mail.close());

const currentPassword = testPassword;
const deliver = () => runJobs("mail.send");
const signInAs = (person: Actor) =>
  outcomeOf(signIn(systemContext(), { login: person.username, password: testPassword }));
const mailTo = (address: string | null) => mail.received.filter(({ to }) => to === address);

describe("a change of e-mail address", () => {
  it("counts once it is confirmed at the new address, and the old one is told twice", async () => {
    const person = await createUser();
    const email = `new-${person.email}`;
    expect(await outcomeOf(callAs(person).account.changeEmail({ email, currentPassword: "wrong" }))).toBe(
      "PASSWORD_WRONG",
    );
    const asked = await callAs(person).account.changeEmail({ email, currentPassword });
    expect(asked).toMatchObject({ email: person.email, newEmail: email });
    await deliver();
    const token = (await mail.mailTo(email)).links[0]?.split("/").at(-1) ?? "";
    expect(await callAs(null).users.confirmEmail({ token })).toEqual({ status: "active", changed: true });
    await deliver();
    expect(await callAs(person).account.profile()).toMatchObject({ email, newEmail: null });
    const told = mailTo(person.email).map(({ subject }) => subject);
    expect(told).toEqual(["Your e-mail address is about to change", "Your e-mail address was changed"]);
    expect(await outcomeOf(callAs(null).users.confirmEmail({ token }))).toBe("LINK_INVALID");
  });

  it("is stopped by taking it back, and by a new password", async () => {
    const person = await createUser();
    const ask = async (email: string) => {
      await callAs(person).account.changeEmail({ email, currentPassword });
      await deliver();
      return (await mail.mailTo(email)).links[0]?.split("/").at(-1) ?? "";
    };
    const first = await ask(`a-${person.email}`);
    expect(await callAs(person).account.cancelEmailChange()).toMatchObject({ newEmail: null });
    const second = await ask(`b-${person.email}`);
    await callAs(person).sessions.changePassword({ currentPassword, newPassword: testPassword });
    for (const token of [first, second]) {
      expect(await outcomeOf(callAs(null).users.confirmEmail({ token }))).toBe("LINK_INVALID");
    }
  });

  it("cannot take an address that somebody has, also when they got it meanwhile", async () => {
    const [person, other] = [await createUser(), await createUser()];
    const change = (email: string) => callAs(person).account.changeEmail({ email, currentPassword });
    expect(await outcomeOf(change(other.email?.toUpperCase() ?? ""))).toBe("EMAIL_TAKEN");
    const email = `late-${person.email}`;
    await change(email);
    await deliver();
    await database().db.update(users).set({ email }).where(eq(users.id, other.id));
    const token = (await mail.mailTo(email)).links[0]?.split("/").at(-1) ?? "";
    expect(await outcomeOf(callAs(null).users.confirmEmail({ token }))).toBe("EMAIL_TAKEN");
  });
});

describe("a profile", () => {
  it("is seen by others, live where they have the person on screen", async () => {
    const [person, reader] = [await createUser(), await createUser()];
    const socket = await listenAs(reader);
    await socket.subscribe(`private-presence-${person.id}`);
    const changes = { displayName: "Ada L.", bio: "Engines.", timeZone: "Europe/London" };
    await callAs(person).account.updateProfile(changes);
    expect(await callAs(reader).users.profile({ userId: person.id })).toMatchObject({
      ...changes,
      active: true,
    });
    expect(await socket.event("profile.changed")).toEqual({
      user: { id: person.id, username: person.username, displayName: "Ada L." },
    });
    socket.close();
  });

  it("takes no user name that somebody has, no time zone that there is not, and nothing of another's", async () => {
    const [person, other] = [await createUser(), await createUser()];
    const { updateProfile } = callAs(person).account;
    expect(await outcomeOf(updateProfile({ username: other.username.toUpperCase() }))).toBe("USERNAME_TAKEN");
    for (const change of [{ timeZone: "Mars/Olympus" }, { role: "admin" }, { userId: other.id }]) {
      await expect(updateProfile(change as never)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });
});

describe("an account that its person closes", () => {
  it("lets nobody in, loses nothing, and comes back through an administrator", async () => {
    const [person, admin] = [await createUser(), await createUser({ role: "admin" })];
    const { cookie } = await signInForCookie(person).catch(async () => {
      await callAs(admin).admin.users.confirmEmail({ userId: person.id });
      return signInForCookie(person);
    });
    await callAs(person).account.deactivate({ currentPassword });
    expect((await cookieContext(cookie)).actor).toBeNull();
    expect(await signInAs(person)).toBe("ACCOUNT_NOT_ACTIVE");
    await callAs(admin).admin.users.reactivate({ userId: person.id });
    expect(await signInAs(person)).toBe("ok");
  });

  it("cannot be the last administrator's", async () => {
    const last = await createUser({ role: "admin" });
    await database()
      .db.update(users)
      .set({ role: "user" })
      .where(and(eq(users.role, "admin"), sql`${users.id} <> ${last.id}`));
    expect(await outcomeOf(callAs(last).account.deactivate({ currentPassword }))).toBe("LAST_ADMIN");
    expect(await outcomeOf(callAs(last).account.delete({ currentPassword, messages: "keep" }))).toBe(
      "LAST_ADMIN",
    );
  });
});

describe("a deleted account", () => {
  async function workspace() {
    const [person, friend] = [await createUser(), await createUser()];
    const group = await createGroup(person, [friend]);
    const direct = await callAs(person).conversations.openDirect({ userId: friend.id });
    const said = await sendText(person, group.id, "This is mine");
    await callAs(person).messages.edit({ conversationId: group.id, messageId: said.id, body: "Mine" });
    await callAs(person).account.updateProfile({ bio: "Engines.", timeZone: "Europe/London" });
    const draft = { conversationId: direct.id, threadRootId: null, pageId: randomUUID(), body: "draft" };
    await callAs(person).messages.drafts.save(draft);
    return { person, friend, group, direct, said };
  }
  const bodyOf = async (id: string) => {
    const [row] = await database().db.select().from(messages).where(eq(messages.id, id));
    return row;
  };

  it("loses everything about the person, and its sockets, at once; what was said stays if they wish", async () => {
    const { person, friend, group, direct, said } = await workspace();
    const socket = await listenAs(person);
    await callAs(person).account.delete({ currentPassword, messages: "keep" });
    await socket.closed();
    socket.close();
    expect(await signInAs(person)).toBe("INVALID_CREDENTIALS");

    const [row] = await database().db.select().from(users).where(eq(users.id, person.id));
    const everything = JSON.stringify(row);
    for (const trace of [person.username, person.email ?? "-", "Engines.", "London"]) {
      expect(everything).not.toContain(trace);
    }
    const left = await database().db.execute<{ table: string }>(sql`
      select 'drafts' as table from drafts where user_id = ${person.id}
      union all select 'sessions' from sessions where user_id = ${person.id}
      union all select 'attempts' from sign_in_attempts where user_id = ${person.id}`);
    expect([...left]).toEqual([]);

    expect(await runJobs("accounts.erase-traces")).toEqual([{ renamed: 0, removed: 0 }]);
    const timeline = await callAs(friend).messages.list({ conversationId: group.id });
    expect(timeline.messages.find(({ id }) => id === said.id)).toMatchObject({
      body: "Mine",
      author: { displayName: erasedName },
    });
    const { conversations } = await callAs(friend).conversations.list({});
    expect(conversations.find(({ id }) => id === direct.id)).toBeDefined();
    const members = await database()
      .db.select({ userId: conversationMembers.userId, role: conversationMembers.role })
      .from(conversationMembers)
      .where(eq(conversationMembers.conversationId, group.id));
    expect(members).toEqual([{ userId: friend.id, role: "owner" }]);
    expect(await outcomeOf(callAs(friend).users.profile({ userId: person.id }))).toBe("NOT_FOUND");
    await deliver();
    expect(mailTo(person.email).map(({ subject }) => subject)).toContain("Your account was deleted");
  });

  it("takes what was said with it if they wish, also its earlier versions, and twice is harmless", async () => {
    const { person, friend, group, said } = await workspace();
    const other = await sendText(friend, group.id, "This is the friend's");
    await callAs(person).account.delete({ currentPassword, messages: "remove" });
    expect(await runJobs("accounts.erase-traces")).toEqual([{ renamed: 0, removed: 1 }]);
    expect(await bodyOf(said.id)).toMatchObject({ body: "" });
    expect((await bodyOf(said.id))?.deletedAt).not.toBeNull();
    expect((await bodyOf(other.id))?.body).toBe("This is the friend's");
    const versions = await database().db.execute(
      sql`select 1 from message_revisions where message_id = ${said.id}`,
    );
    expect([...versions]).toEqual([]);
    const payload = { userId: person.id, messages: "remove" as const, by: person.id };
    expect(await eraseTraces(systemContext(), payload)).toEqual({ renamed: 0, removed: 0 });
  });

  it("goes by no name in the notes of groups either", async () => {
    const [owner, person, admin] = [
      await createUser(),
      await createUser(),
      await createUser({ role: "admin" }),
    ];
    const group = await createGroup(owner);
    await callAs(owner).conversations.addMembers({ conversationId: group.id, userIds: [person.id] });
    await callAs(admin).admin.users.delete({ userId: person.id, reason: "Asked for it", messages: "keep" });
    expect(await runJobs("accounts.erase-traces")).toEqual([{ renamed: 1, removed: 0 }]);
    const { messages: history } = await callAs(owner).messages.list({ conversationId: group.id });
    expect(JSON.stringify(history)).not.toContain(person.username);
    expect(await outcomeOf(sendText(person, group.id, "still here?"))).toBe("NOT_FOUND");
    await deliver();
    expect(mailTo(person.email)[0]?.text).toContain("Reason: Asked for it");
  });
});
