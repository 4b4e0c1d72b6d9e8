import { reportsChannel } from "@/features/reports/channels";
import type { NoticeEvents, ReportEvents } from "@/features/reports/events";
import { userChannel } from "@/features/users/channels";
import type { RealtimeEvent } from "@/server/realtime/event";

/** An event to everybody who handles reports. */
export function toModerators<Name extends keyof ReportEvents>(
  name: Name,
  data: ReportEvents[Name],
): RealtimeEvent {
  return { channels: [reportsChannel], name, data };
}

/** Tells people that there is something for them to know. */
export function noticesChanged(userIds: string[]): RealtimeEvent[] {
  const name: keyof NoticeEvents = "notices.changed";
  return userIds.map((id) => ({ channels: [userChannel(id)], name, data: {} }));
}
