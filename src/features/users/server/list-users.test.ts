import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { accountLinks, users } from "@/server/db/schema/users";
import { callAs } from "@/testing/caller";
import { createImportedUser, createUser } from "@/testing/factories";

let admin: Actor;

beforeAll(async () => {
  admin = await createUser({ role: "admin", username: "the-admin", displayName: "Zoë Admin" });
});

const people = () => callAs(admin).admin.users;
const namesOf = (page: { users: { displayName: string }[] }) => page.users.map((each) => each.displayName);

describe("admin.users.list", () => {
  beforeEach(async () => {
    await database().db.delete(users).where(sql`${users.id} <> ${admin.id}`);
  });

  it("pages through everybody once, newest first, also when many came in the same millisecond", async () => {
    const moment = new Date("2026-02-03T04:05:06.789Z");
    await database()
      .db.insert(users)
      .values(
        Array.from({ length: 7 }, (_, index) => ({
          username: `twin-${index}`,
          displayName: `Twin ${index}`,
          status: "active" as const,
          createdAt: moment,
        })),
      );
    const seen: string[] = [];
    for (let cursor: Parameters<ReturnType<typeof people>["list"]>[0]["cursor"] = null; ; ) {
      const page = await people().list({ limit: 3, cursor });
      seen.push(...namesOf(page));
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    expect(seen[0]).toBe("Zoë Admin");
    expect(seen.slice(1).sort()).toEqual(Array.from({ length: 7 }, (_, index) => `Twin ${index}`));
  });

  it("filters by status and by whether an import brought them", async () => {
    await createUser({ status: "pending", displayName: "Waiting" });
    await createUser({ status: "rejected", displayName: "Turned away" });
    await createUser({ status: "deactivated", displayName: "Gone" });
    const imported = await createImportedUser();
    expect(namesOf(await people().list({ status: "pending" }))).toEqual(["Waiting"]);
    expect(namesOf(await people().list({ status: "deactivated", imported: true }))).toEqual([
      imported.displayName,
    ]);
    expect(namesOf(await people().list({ status: "deactivated", imported: false }))).toEqual(["Gone"]);
    expect(await people().counts()).toEqual({
      pending: 1,
      active: 1,
      suspended: 0,
      banned: 0,
      imported: 1,
      rejected: 1,
    });
  });

  it("finds every word in names and address, in any order and case", async () => {
    await createUser({ username: "lovelace", displayName: "Ada King 50% off_road" });
    const found = async (query: string) => namesOf(await people().list({ query }));
    const ada = ["Ada King 50% off_road"];
    expect(await found("KING ada")).toEqual(ada);
    expect(await found("lovelace@EXAMPLE")).toEqual(ada);
    expect(await found("velac 50%")).toEqual(ada);
    expect(await found("offxroad")).toEqual([]);
    expect(await found("ada babbage")).toEqual([]);
    expect((await found("zoë")).concat(await found("ZOË"))).toEqual(["Zoë Admin", "Zoë Admin"]);
  });

  it("finds one or two letters where a word begins, and anywhere in scripts without spaces", async () => {
    await createUser({ username: "bo", displayName: "Robert Xu" });
    await createUser({ username: "yamada", displayName: "山田太郎" });
    const found = async (query: string) => namesOf(await people().list({ query }));
    expect(await found("b")).toEqual(["Robert Xu"]);
    expect(await found("xu")).toEqual(["Robert Xu"]);
    expect(await found("ob")).toEqual([]);
    expect(await found("太郎")).toEqual(["山田太郎"]);
  });

  it("tells until when an invitation works, as long as it does", async () => {
    const { id: userId } = await createImportedUser();
    const invitedUntil = async () => (await people().list({ imported: true })).users[0]?.invitedUntil;
    expect(await invitedUntil()).toBeNull();
    const { url, invitedUntil: promised } = await people().invite({ userId });
    expect(await invitedUntil()).toBe(promised);
    const days = (Date.parse(promised) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
    await callAs(null).users.acceptLink({
      token: url.split("/").at(-1) ?? "",
      username: "taken-over",
      displayName: "Taken Over",
      email: "taken-over@example.org",
      password: "correct horse battery",
    });
    const [row] = await database().db.select().from(users).where(eq(users.id, userId));
    expect(row?.status).toBe("active");
    expect(await invitedUntil()).toBeNull();
    const expiresAt = new Date(Date.now() + 60_000);
    const tokenHash = Buffer.from("of a link that confirms an address");
    await database()
      .db.insert(accountLinks)
      .values({ tokenHash, purpose: "email_change", userId, expiresAt });
    expect(await invitedUntil()).toBeNull();
  });
});

describe("users.search", () => {
  it("finds active people by every word of their names, and no addresses", async () => {
    await createUser({ username: "grace", displayName: "Grace Brewster Hopper" });
    await createUser({ username: "hoppity", displayName: "Grace Hidden", status: "suspended" });
    const found = async (query: string) =>
      (await callAs(admin).users.search({ query })).map((each) => each.username);
    expect(await found("hopper grace")).toEqual(["grace"]);
    expect(await found("grace@example.org")).toEqual([]);
    expect(await found("zoë")).toEqual([]);
  });
});
