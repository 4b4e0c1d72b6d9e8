import { expect, it } from "vitest";
import type { Settings } from "../../dto";
import { settingsRegistry } from "../../registry";
import { securityNumbers } from "../../security-numbers";
import {
  changedSettings,
  numberSettingGroups,
  settingsDraft,
  settingsFormValues,
} from "./settings-form-values";

const saved = Object.fromEntries(
  Object.entries(settingsRegistry).map(([key, { initial }]) => [key, initial]),
) as Settings;

it("shows every number once, here or with security", () => {
  const numbers = Object.keys(saved).filter((key) => typeof saved[key as keyof Settings] === "number");
  const shown = [...Object.values(numberSettingGroups), ...Object.values(securityNumbers)].flat();
  expect(shown.sort()).toEqual(numbers.sort());
});

it("reads back what it shows", () => {
  expect(saved).toMatchObject(settingsFormValues.parse(settingsDraft(saved)));
});

it.each(["", "1e3", "0x70", "-200", "8.000", "12.5", "99", "20001"])("refuses the length %j", (text) => {
  const result = settingsFormValues.safeParse({ ...settingsDraft(saved), messageMaximumLength: text });
  expect(result.error?.issues.map((issue) => issue.path[0])).toEqual(["messageMaximumLength"]);
});

it("sends only what was changed", () => {
  expect(changedSettings(saved, { ...saved })).toEqual({});
  expect(changedSettings(saved, { ...saved, signUpPolicy: "open" })).toEqual({ signUpPolicy: "open" });
});
