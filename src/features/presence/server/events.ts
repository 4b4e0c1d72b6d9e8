import { presenceChannel } from "@/features/presence/channels";
import type { RealtimeEvent } from "@/server/realtime/event";
import type { Presence } from "../dto";
import type { PresenceEvents } from "../events";

/** Tells everybody who looks at a person how they are now. */
export function toLookers(presence: Presence): RealtimeEvent {
  const data: PresenceEvents["presence.changed"] = { presence };
  return { channels: [presenceChannel(presence.userId)], name: "presence.changed", data };
}
