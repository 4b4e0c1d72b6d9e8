import type { UserPreferences, UserSummary } from "./dto";

/** On `private-user-<id>`: what that person chose for themselves. */
export type PreferenceEvents = {
  "preferences.changed": { preferences: UserPreferences };
};

/** On the channels of the person and of every conversation of theirs, for everybody who has them on screen. */
export type ProfileEvents = {
  "profile.changed": { user: UserSummary };
};
