import { describe, expect, it } from "vitest";
import { userChannel } from "@/features/users/channels";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { setSettings } from "@/testing/set-settings";

/** What holds for whoever has chosen nothing, where the instance has its own defaults. */
const initialSettings = {
  ...{ level: "mentions", sounds: true, quietUntil: null, quietHours: [], timeZone: "UTC" },
  ...{ pushText: true, digest: "off" },
};

describe("notification settings", () => {
  it("are one's own, stay where nothing is given, and follow to every device", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const client = await listenAs(ada);
    expect(await client.subscribe(userChannel(ada.id))).toBe(true);
    const { get, update } = callAs(ada).notifications.settings;
    expect(await get()).toEqual(initialSettings);
    const quietHours = [{ days: [1, 2], from: 1_320, to: 420 }];
    const quietUntil = "2031-01-01T12:00:00.000Z";
    await update({ level: "all", quietUntil, sounds: false });
    const settings = await update({
      quietHours,
      timeZone: "Europe/Vienna",
      digest: "daily",
      pushText: false,
    });
    expect(settings).toEqual({
      ...{ level: "all", quietUntil, sounds: false, quietHours, timeZone: "Europe/Vienna" },
      ...{ digest: "daily", pushText: false },
    });
    expect(await get()).toEqual(settings);
    expect(await callAs(ben).notifications.settings.get()).toEqual(initialSettings);
    expect(
      await client.event(
        "notification-settings.changed",
        (data: { settings: { digest: string } }) => data.settings.digest === "daily",
      ),
    ).toEqual({ settings });
    expect(await update({ quietUntil: null })).toEqual({ ...settings, quietUntil: null });
    client.close();
  });

  it("are the instance's where somebody has not chosen, each by itself, and their own where they have", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { get, update } = callAs(ada).notifications.settings;
    await update({ sounds: true, level: "mentions", timeZone: "Europe/Vienna" });
    const initial = {
      initialNotificationLevel: "all",
      initialSounds: false,
      initialPushText: false,
      initialDigest: "daily",
    };
    await setSettings(initial);
    const others = { level: "all", sounds: false, pushText: false, digest: "daily" };
    expect(await get()).toMatchObject({
      ...others,
      level: "mentions",
      sounds: true,
      timeZone: "Europe/Vienna",
    });
    expect(await callAs(ben).notifications.settings.get()).toEqual({ ...initialSettings, ...others });
    // Whoever has a time zone in their profile need not choose it once more.
    await callAs(ben).account.updateProfile({ timeZone: "Asia/Tokyo" });
    expect(await callAs(ben).notifications.settings.get()).toMatchObject({ timeZone: "Asia/Tokyo" });
    await setSettings({
      ...{ initialNotificationLevel: "mentions", initialSounds: true, initialPushText: true },
      initialDigest: "off",
    });
    expect(await callAs(ben).notifications.settings.get()).toEqual({
      ...initialSettings,
      timeZone: "Asia/Tokyo",
    });
  });

  it("are read anew by whoever is connected when the instance's change", async () => {
    const [admin, ada] = await Promise.all([createUser({ role: "admin" }), createUser()]);
    const client = await listenAs(ada);
    expect(await client.subscribe(userChannel(ada.id))).toBe(true);
    await callAs(admin).admin.settings.update({ signInsPerMinute: 31 });
    await callAs(admin).admin.settings.update({ initialSounds: false });
    expect(await client.event("settings.changed")).toEqual({});
    expect(client.received.filter(({ name }) => name === "settings.changed")).toHaveLength(1);
    client.close();
  });

  it.each([
    { timeZone: "Nowhere/Town" },
    { quietHours: [{ days: [], from: 0, to: 1 }] },
    { quietHours: [{ days: [7], from: 0, to: 1 }] },
    { quietHours: [{ days: [1], from: 0, to: 1_440 }] },
  ])("refuse what no clock shows: %j", async (change) => {
    const { update } = callAs(await createUser()).notifications.settings;
    await expect(update(change)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await outcomeOf(update({}))).toBe("ok");
  });
});
