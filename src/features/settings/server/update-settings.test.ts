import { desc, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { settings as table } from "@/server/db/schema/settings";
import { callAs } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { forgetSettings, getSettings } from "./get-settings";

let admin: Actor;
const settings = () => callAs(admin).admin.settings;
const changes = () =>
  database()
    .db.select({ key: auditEntries.targetId, before: auditEntries.before, after: auditEntries.after })
    .from(auditEntries)
    .where(eq(auditEntries.actorId, admin.id))
    .orderBy(desc(auditEntries.id));

beforeEach(async () => {
  await database().db.delete(table);
  forgetSettings();
  admin = await createUser({ role: "admin" });
});

it("takes effect at once, leaves the rest alone and records each change", async () => {
  await settings().update({ signUpPolicy: "closed" });
  await settings().update({ instanceName: "Analytical Society", signUpPolicy: "closed" });
  expect(await callAs(null).settings.public()).toEqual({
    instanceName: "Analytical Society",
    signUpPolicy: "closed",
    messageMaximumLength: 8_000,
  });
  expect(await changes()).toEqual([
    { key: "instanceName", before: "OffChat", after: "Analytical Society" },
    { key: "signUpPolicy", before: "approval", after: "closed" },
  ]);
});

it("saves a value that only this process's memory still holds", async () => {
  expect((await getSettings()).signUpPolicy).toBe("approval");
  // Another process opened the instance a moment ago.
  await database().db.insert(table).values({ key: "signUpPolicy", value: "open" });
  expect(await settings().update({ signUpPolicy: "approval" })).toMatchObject({ signUpPolicy: "approval" });
  expect(await changes()).toEqual([{ key: "signUpPolicy", before: "open", after: "approval" }]);
});

it("records one history when two administrators save at once", async () => {
  await Promise.all(
    [200, 300, 400].map((messageMaximumLength) => settings().update({ messageMaximumLength })),
  );
  const history = (await changes()).reverse();
  expect(history.map((change) => change.before)).toEqual([
    8_000,
    ...history.slice(0, -1).map((change) => change.after),
  ]);
});

it.each([
  { instanceName: "  " },
  { messageMaximumLength: 99 },
  { messageMaximumLength: 100.5 },
  { signUpPolicy: "whenever" as "open" },
])("refuses %j and changes nothing", async (input) => {
  await expect(settings().update(input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await changes()).toEqual([]);
});
