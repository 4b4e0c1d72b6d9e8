import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";
import { settingEffects } from "@/testing/setting-effects";
import { watchSettings } from "@/testing/watch-settings";
import type { SettingKey } from "../dto";
import { settingsRegistry } from "../registry";

const { effects, prepare, begin } = settingEffects();
beforeAll(prepare);
beforeEach(begin);

describe("every setting of the registry", () => {
  it.each(Object.keys(settingsRegistry) as SettingKey[])("%s is read, and does what it says", async (key) => {
    expect([...(await watchSettings(effects[key]))]).toContain(key);
  });
});

it("a setting counts as read by a look at its value, not by being declared, saved or shown in the console", async () => {
  const admin = await createUser({ role: "admin" });
  const { id } = await createGroup(admin);
  const reads = await watchSettings(async () => {
    await callAs(admin).admin.settings.update({ instanceName: "Harbour", reportsPerHour: 3 });
    await callAs(admin).admin.settings.get();
    await sendText(admin, id, "Hello");
  });
  expect(reads).toContain("messageMaximumLength");
  expect(reads).not.toContain("instanceName");
  expect(reads).not.toContain("reportsPerHour");
});
