import { z } from "zod";
import { locales } from "@/lib/locales";

const minute = z.int().min(0).max(1_439);

/** A name that this machine's clock knows, such as Europe/Vienna. */
const timeZoneValue = z
  .string()
  .max(64)
  .refine((name) => {
    try {
      return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
    } catch {
      return false;
    }
  });

/** What is not given stays as it is. */
export const updateNotificationSettingsInput = z.strictObject({
  level: z.enum(["all", "mentions", "none"]).optional(),
  sounds: z.boolean().optional(),
  quietUntil: z.iso.datetime().nullish(),
  quietHours: z
    .array(
      z.strictObject({
        days: z.array(z.int().min(0).max(6)).min(1).max(7),
        from: minute,
        to: minute,
      }),
    )
    .max(7)
    .optional(),
  timeZone: timeZoneValue.optional(),
  pushText: z.boolean().optional(),
  digest: z.enum(["off", "hourly", "daily"]).optional(),
  /** What mail and pushes are written in: the language of the page that the person chose them on. */
  locale: z.enum(locales).optional(),
});
export type UpdateNotificationSettingsInput = z.infer<typeof updateNotificationSettingsInput>;
