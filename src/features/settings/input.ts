import { z } from "zod";
import type { SettingKey } from "./dto";
import { logoBytesMaximum } from "./logo/logo-limits";
import { settingsRegistry } from "./registry";

type OptionalValues = { [K in SettingKey]: z.ZodOptional<(typeof settingsRegistry)[K]["value"]> };

/** Any of the registry's settings; what is not named stays as it is. */
export const updateSettingsInput = z.strictObject(
  Object.fromEntries(
    Object.entries(settingsRegistry).map(([key, setting]) => [key, setting.value.optional()]),
  ) as OptionalValues,
);
export type UpdateSettingsInput = z.infer<typeof updateSettingsInput>;

/** A file as base64, as far as a logo may be large. */
export const saveLogoInput = z.strictObject({ picture: z.base64().max(Math.ceil(logoBytesMaximum / 3) * 4) });
export type SaveLogoInput = z.infer<typeof saveLogoInput>;
