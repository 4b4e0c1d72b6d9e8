import { personChannel, presenceChannel } from "@/features/presence/channels";
import type { RealtimeEvent } from "@/server/realtime/event";
import type { Presence } from "../dto";
import type { PresenceEvents } from "../events";
import { withoutState } from "./to-dto";

const changed = (channel: string, presence: Presence): RealtimeEvent => {
  const data: PresenceEvents["presence.changed"] = { presence };
  return { channels: [channel], name: "presence.changed", data };
};

/** Tells everybody who looks at a person, and may know it, whether they are here now. */
export const toLookers = (presence: Presence) => changed(presenceChannel(presence.userId), presence);

/** Tells those who share no presence of a person's status, and of nothing else. */
export const toOthers = (presence: Presence) =>
  changed(personChannel(presence.userId), withoutState(presence));
