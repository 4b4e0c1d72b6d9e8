import { z } from "zod";
import type { Settings } from "@/features/settings/dto";
import { settingsRegistry } from "@/features/settings/registry";
import { securityNumbers } from "@/features/settings/security-numbers";
import { type RateLimitRule, rateLimitRules } from "../../rate-limit-rules";

export type SecurityNumber = (typeof securityNumbers)[keyof typeof securityNumbers][number];
const keys: SecurityNumber[] = Object.values(securityNumbers).flat();

const numberOfText = z
  .string()
  .trim()
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN));

const values = {} as Record<SecurityNumber, z.ZodType<number>>;
for (const key of keys) values[key] = numberOfText.pipe(settingsRegistry[key].value);

/** What the form makes of the numbers: fields hold text. */
export const limitsValues = z.strictObject(values);
export type LimitsValues = z.output<typeof limitsValues>;

/** The numbers as the form's fields show them. */
export function limitsDraft(settings: LimitsValues | Settings): Record<SecurityNumber, string> {
  return Object.fromEntries(keys.map((key) => [key, String(settings[key])])) as Record<
    SecurityNumber,
    string
  >;
}

/** The rule that a number belongs to, if it is a rate limit's. */
export function ruleOf(key: SecurityNumber): RateLimitRule | null {
  const found = Object.entries(rateLimitRules).find(([, { setting }]) => setting === key);
  return (found?.[0] as RateLimitRule | undefined) ?? null;
}
