import { and, desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { settings } from "@/server/db/schema/settings";
import { callAs } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { settingsRegistry } from "../registry";
import { forgetSettings, getSettings } from "./get-settings";

describe("settings", () => {
  let admin: Actor;
  const update = (change: Parameters<ReturnType<typeof callAs>["admin"]["settings"]["update"]>[0]) =>
    callAs(admin).admin.settings.update(change);

  beforeEach(async () => {
    await database().db.delete(settings);
    forgetSettings();
    admin = await createUser({ role: "admin" });
  });

  it("start with the defaults of the registry", async () => {
    const initial = Object.entries(settingsRegistry).map(([key, setting]) => [key, setting.initial]);
    expect(await getSettings()).toEqual(Object.fromEntries(initial));
  });

  it("are read once for all who ask at the same time, and anew for whoever asks after a change", async () => {
    const [one, other] = [getSettings(), getSettings()];
    expect(await one).toBe(await other);
    forgetSettings();
    const before = getSettings();
    await database().db.insert(settings).values({ key: "instanceName", value: "Harbour" });
    forgetSettings();
    const after = getSettings();
    expect((await after).instanceName).toBe("Harbour");
    await before;
    expect((await getSettings()).instanceName).toBe("Harbour");
  });

  it("change alone, and each real change is audited with before and after", async () => {
    await update({ instanceName: "Harbour", signUpPolicy: "approval" });
    expect(await getSettings()).toMatchObject({ instanceName: "Harbour", messageMaximumLength: 8000 });
    const entries = await database()
      .db.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "setting.changed"), eq(auditEntries.actorId, admin.id)));
    expect(entries).toMatchObject([
      { targetType: "settings", targetId: "instanceName", before: "OffChat", after: "Harbour" },
    ]);
  });

  it.each([
    { instanceName: "" },
    { instanceName: "x".repeat(61) },
    { signUpPolicy: "sometimes" },
    { messageMaximumLength: 99 },
    { messageMaximumLength: 20_001 },
    { messageMaximumLength: 150.5 },
    { unknown: true },
  ])("refuse %j", async (change) => {
    await expect(update(change as never)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect((await callAs(admin).admin.settings.get()).signUpPolicy).toBe("approval");
  });

  it("that no longer fit count as absent", async () => {
    await database().db.insert(settings).values({ key: "messageMaximumLength", value: "many" });
    forgetSettings();
    expect((await getSettings()).messageMaximumLength).toBe(8000);
  });

  const changes = () =>
    database()
      .db.select({ key: auditEntries.targetId, before: auditEntries.before, after: auditEntries.after })
      .from(auditEntries)
      .where(eq(auditEntries.actorId, admin.id))
      .orderBy(desc(auditEntries.id));

  it("are saved also where only this process's memory still holds the old value", async () => {
    expect((await getSettings()).signUpPolicy).toBe("approval");
    // Another process opened the instance a moment ago.
    await database().db.insert(settings).values({ key: "signUpPolicy", value: "open" });
    expect(await update({ signUpPolicy: "approval" })).toMatchObject({ signUpPolicy: "approval" });
    expect(await changes()).toEqual([{ key: "signUpPolicy", before: "open", after: "approval" }]);
  });

  it("have one history when administrators save at once", async () => {
    await Promise.all([200, 300, 400].map((messageMaximumLength) => update({ messageMaximumLength })));
    const history = (await changes()).reverse();
    expect(history.map((change) => change.before)).toEqual([
      8_000,
      ...history.slice(0, -1).map((change) => change.after),
    ]);
  });
});
