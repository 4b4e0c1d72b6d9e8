import type { SettingKey, Settings } from "@/features/settings/dto";
import { settingsRegistry } from "@/features/settings/registry";
import { forgetSettings, getSettings } from "@/features/settings/server/get-settings";
import { processSingleton } from "@/server/process-singleton";

/**
 * Runs `work` and returns the settings whose values the product took meanwhile: what this process remembers of the
 * settings notes each look at one. Writing a setting, or handing all of them on, is no look at any.
 * @param unread the product gets the default of this one whatever is stored, as if nothing read it
 */
export async function watchSettings(
  work: () => Promise<unknown>,
  { unread }: { unread?: SettingKey } = {},
): Promise<Set<SettingKey>> {
  const reads = new Set<SettingKey>();
  const watched = (settings: Settings) =>
    new Proxy(settings, {
      get(target, name) {
        const key = name as SettingKey;
        if (key in settingsRegistry) reads.add(key);
        return key === unread ? settingsRegistry[key].initial : Reflect.get(target, name);
      },
    });
  // There from the first reading on.
  await getSettings();
  const memory = processSingleton("settings", (): { settings: Settings | null } => {
    throw new Error("The settings are remembered elsewhere.");
  });
  let held: Settings | null = null;
  Object.defineProperty(memory, "settings", {
    configurable: true,
    get: () => held,
    set(settings: Settings | null) {
      held = settings && watched(settings);
    },
  });
  try {
    await work();
    return reads;
  } finally {
    Object.defineProperty(memory, "settings", { value: null, writable: true });
    forgetSettings();
  }
}
