import type { UserPreferences } from "./dto";

/** On `private-user-<id>`: what that person chose for themselves. */
export type PreferenceEvents = {
  "preferences.changed": { preferences: UserPreferences };
};
