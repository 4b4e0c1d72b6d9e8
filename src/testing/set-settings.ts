import { forgetSettings } from "@/features/settings/server/get-settings";
import { database } from "@/server/db/client";
import { settings } from "@/server/db/schema/settings";

/** Gives settings of this test's instance other values, at once. */
export async function setSettings(values: Record<string, unknown>): Promise<void> {
  for (const [key, value] of Object.entries(values)) {
    await database()
      .db.insert(settings)
      .values({ key, value })
      .onConflictDoUpdate({ target: settings.key, set: { value } });
  }
  forgetSettings();
}
