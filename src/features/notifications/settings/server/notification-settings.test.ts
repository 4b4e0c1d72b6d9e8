import { describe, expect, it } from "vitest";
import { userChannel } from "@/features/users/channels";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { initialSettings } from "./get-notification-settings";

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
