import { beforeAll, beforeEach, expect, it } from "vitest";
import { settingEffects } from "@/testing/setting-effects";
import { watchSettings } from "@/testing/watch-settings";
import type { SettingKey } from "../dto";
import { settingsRegistry } from "../registry";

const { effects, prepare, begin } = settingEffects();
beforeAll(prepare);
beforeEach(begin);

// What setting-effects.test.ts finds of each setting can be found missing.
it.each(Object.keys(settingsRegistry) as SettingKey[])(
  "%s is found out where the product goes on as if it were not set",
  async (key) => {
    const missed = await watchSettings(effects[key], { unread: key }).then(
      () => null,
      (error: Error) => error.name,
    );
    expect(missed).toBe("AssertionError");
  },
);
