import type { Membership } from "@/features/conversations/dto";
import type { NotificationKind } from "./dto";
import type { NotificationSettings } from "./settings/dto";
import { isQuiet } from "./settings/quiet";

/** What happened: something that makes a notification, or a message that only was written. */
export type Cause = NotificationKind | "direct" | "message";

type Question = {
  cause: Cause;
  /** What the conversation is to the person; null where it is not one of theirs any more. */
  membership: Pick<Membership, "notificationLevel" | "mutedUntil"> | null;
  settings: Pick<NotificationSettings, "level" | "quietUntil" | "quietHours" | "timeZone">;
  now: Date;
};

/**
 * Whether somebody is to be disturbed: by a sound, a notice of the browser, a push. The one rule for all of them,
 * asked by the server and by pages. A reaction only waits in the centre. Being added to a group and
 * a broadcast come through whatever the level, a direct message counts as addressed to the person.
 */
export function shouldNotify({ cause, membership, settings, now }: Question): boolean {
  if (cause === "reaction" || isQuiet(settings, now)) return false;
  if (cause === "broadcast") return true;
  if (!membership) return false;
  const { notificationLevel, mutedUntil } = membership;
  if (mutedUntil !== null && Date.parse(mutedUntil) > now.getTime()) return false;
  const level = notificationLevel === "default" ? settings.level : notificationLevel;
  if (level === "none") return cause === "added" && notificationLevel === "default";
  return level === "all" || cause !== "message";
}
