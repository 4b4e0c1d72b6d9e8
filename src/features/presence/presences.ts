import type { Presence } from "./dto";

/** Takes in how a person is; an older state than the one held changes nothing. */
export function newerPresence(held: Presence | undefined, told: Presence): Presence {
  return held && held.revision > told.revision ? held : told;
}
