import { sql } from "drizzle-orm";
import type { ConsoleChannel } from "@/lib/console-channels";
import type { ActorContext } from "@/server/context";
import { settings as table } from "@/server/db/schema/settings";
import { transaction } from "@/server/db/transaction";
import { log } from "@/server/log/log";
import type { SettingKey, Settings } from "../dto";
import type { UpdateSettingsInput } from "../input";
import { securityNumbers } from "../security-numbers";
import { announceSettings, listenersTo } from "./announce-settings";
import { closeSockets } from "./close-sockets";
import { forgetSettings, getSettings, readSettings } from "./get-settings";
import { shutOutBy } from "./shut-out-by";

/** Where the console shows the numbers of `securityNumbers`. */
const limitsChannel: ConsoleChannel = "private-console-limits";
const shownThere: readonly SettingKey[] = Object.values(securityNumbers).flat();

/**
 * Changes the given settings and leaves the others. Each real change is audited with before and after, and open pages
 * follow; whoever may do nothing any more since then is cut off.
 */
export async function updateSettings(ctx: ActorContext, input: UpdateSettingsInput): Promise<Settings> {
  const listeners = await listenersTo(Object.keys(input) as SettingKey[]);
  const shutOut = await transaction(ctx, async (tx) => {
    // One change at a time, each compared with what is stored: what this process remembers may be old.
    await tx.db.execute(sql`lock table ${table} in share row exclusive mode`);
    const before = await readSettings(tx.db);
    const changed = (Object.keys(input) as SettingKey[]).filter(
      (key) => input[key] !== undefined && input[key] !== before[key],
    );
    if (changed.length === 0) return null;
    await tx.db
      .insert(table)
      .values(changed.map((key) => ({ key, value: input[key], updatedBy: ctx.actor.id })))
      .onConflictDoUpdate({
        target: table.key,
        set: { value: sql`excluded.value`, updatedBy: ctx.actor.id, updatedAt: sql`now()` },
      });
    for (const key of changed) {
      tx.audit({
        action: "setting.changed",
        target: { type: "settings", id: key },
        before: before[key],
        after: input[key],
      });
    }
    if (changed.some((key) => shownThere.includes(key))) {
      tx.emit({ channels: [limitsChannel], name: "limits.changed", data: {} });
    }
    announceSettings(tx, listeners);
    const after = Object.fromEntries(changed.map((key) => [key, input[key]]));
    return shutOutBy(before, { ...before, ...after });
  });
  forgetSettings();
  if (shutOut) {
    // Requests are refused already: a realtime server that is away must not make this fail.
    await closeSockets(shutOut).catch((error) => log().warn({ err: error }, "sockets not closed"));
  }
  return getSettings();
}
