import { z } from "zod";
import { displayNameValue, timeZoneValue, usernameValue } from "@/features/users/input";
import { locales } from "@/lib/locales";

/** What the profile's form makes of its fields; an empty choice of a time zone is none. */
export const profileFormValues = z.strictObject({
  displayName: displayNameValue,
  username: usernameValue,
  bio: z.string().trim().max(500),
  locale: z.enum(locales),
  timeZone: z
    .string()
    .transform((name) => name || null)
    .pipe(timeZoneValue.nullable()),
});
