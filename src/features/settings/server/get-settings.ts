import { oidcConfiguration } from "@/server/auth/oidc-configuration";
import { database, type Queryable } from "@/server/db/client";
import { settings as table } from "@/server/db/schema/settings";
import { mailIsOn } from "@/server/mail/mail-server";
import { processSingleton } from "@/server/process-singleton";
import type { PublicSettings, SettingKey, Settings } from "../dto";
import { getLogo } from "../logo/server/get-logo";
import type { Maintenance } from "../maintenance";
import { settingsRegistry } from "../registry";

/** Other processes see a change after at most this long. */
const cacheMs = 2_000;
const cache = () =>
  processSingleton("settings", () => ({
    settings: null as Settings | null,
    readAt: Number.NEGATIVE_INFINITY,
    /** The read that is under way: whoever asks meanwhile waits for it, too. */
    reading: null as Promise<Settings> | null,
  }));

/** The instance's settings: what is stored, else the default. A stored value that no longer fits counts as absent. */
export async function getSettings(): Promise<Settings> {
  const held = cache();
  if (held.settings && performance.now() - held.readAt < cacheMs) return held.settings;
  return held.reading ?? readAnew();
}

function readAnew(): Promise<Settings> {
  const held = cache();
  const reading: Promise<Settings> = readSettings(database().db)
    .then((settings) => {
      if (held.reading !== reading) return settings;
      held.settings = settings;
      held.readAt = performance.now();
      return held.settings;
    })
    .finally(() => {
      if (held.reading === reading) held.reading = null;
    });
  held.reading = reading;
  return reading;
}

/** The settings as the database has them at this moment. */
export async function readSettings(db: Queryable): Promise<Settings> {
  const stored = new Map((await db.select().from(table)).map((row) => [row.key, row.value]));
  return Object.fromEntries(
    Object.entries(settingsRegistry).map(([key, setting]) => {
      const parsed = setting.value.safeParse(stored.get(key));
      return [key, parsed.success ? parsed.data : setting.initial];
    }),
  ) as Settings;
}

/** Makes this process read the settings anew; what is being read does not count any more. */
export function forgetSettings() {
  Object.assign(cache(), { settings: null, reading: null });
}

/** One setting. */
export async function getSetting<K extends SettingKey>(key: K): Promise<Settings[K]> {
  return (await getSettings())[key];
}

/** What people are told instead of being let in; null while the instance is open. */
export function maintenanceOf(settings: Settings): Maintenance | null {
  const { maintenanceMode, maintenanceMessage: message, maintenanceUntil } = settings;
  return maintenanceMode ? { message, until: maintenanceUntil || null } : null;
}

/** What the sign-in pages and the composer need. */
export async function getPublicSettings(): Promise<PublicSettings> {
  const settings = await getSettings();
  const { instanceName, signUpPolicy, passwordMinimumLength, messageMaximumLength } = settings;
  const { messageDeletionMinutes, mentionEveryoneMaximumMembers } = settings;
  return {
    ...{ instanceName, signUpPolicy, passwordMinimumLength, messageMaximumLength },
    ...{ messageDeletionMinutes, mentionEveryoneMaximumMembers },
    maintenance: maintenanceOf(settings),
    mailIsOn: mailIsOn(),
    logo: await getLogo(),
    providerName: oidcConfiguration()?.name ?? null,
  };
}
