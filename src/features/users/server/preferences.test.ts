import { describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { userChannel } from "../channels";

const initial = {
  ...{ readReceipts: true, showPresence: true, locale: null },
  ...{ theme: "system", density: "comfortable", timeFormat: "language" },
};

describe("what people chose for themselves", () => {
  it("is one's own, stays where nothing is given, and follows to every device", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const client = await listenAs(ada);
    expect(await client.subscribe(userChannel(ada.id))).toBe(true);
    const { preferences, updatePreferences } = callAs(ada).users;
    expect(await preferences()).toEqual(initial);
    await updatePreferences({ theme: "dark", timeFormat: "24h" });
    const chosen = await updatePreferences({ density: "compact", locale: "de" });
    expect(chosen).toEqual({
      ...initial,
      ...{ theme: "dark", density: "compact", timeFormat: "24h", locale: "de" },
    });
    expect(await preferences()).toEqual(chosen);
    expect((await callAs(ada).account.profile()).locale).toBe("de");
    expect(await callAs(ben).users.preferences()).toEqual(initial);
    expect(
      await client.event(
        "preferences.changed",
        (data: { preferences: { locale: string } }) => data.preferences.locale === "de",
      ),
    ).toEqual({ preferences: chosen });
    client.close();
  });

  it("is told when the language is changed with the profile", async () => {
    const ada = await createUser();
    const client = await listenAs(ada);
    await client.subscribe(userChannel(ada.id));
    await callAs(ada).account.updateProfile({ locale: "de" });
    expect(await client.event("preferences.changed")).toEqual({ preferences: { ...initial, locale: "de" } });
    client.close();
  });

  it.each([
    { theme: "sepia" },
    { density: "huge" },
    { timeFormat: "36h" },
    { locale: "tlh" },
    { nothing: 1 },
  ])("is nothing that there is not: %j", async (change) => {
    const ada = await createUser();
    await expect(callAs(ada).users.updatePreferences(change as never)).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    expect(await callAs(ada).users.preferences()).toEqual(initial);
  });
});
