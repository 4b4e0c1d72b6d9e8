import type { UserSummary } from "@/features/users/dto";

/** On `private-presence-<user id>`, for everybody who has that person on screen. */
export type ProfileEvents = {
  "profile.changed": { user: UserSummary };
};
