import type { Presence } from "./dto";

/** On `private-presence-<user id>`, for everybody who looks at that person. */
export type PresenceEvents = {
  "presence.changed": { presence: Presence };
};
