import type { Presence } from "./dto";

/** On `private-presence-<user id>` for everybody who looks at that person, without the state on `private-person-<user id>`. */
export type PresenceEvents = {
  "presence.changed": { presence: Presence };
};
