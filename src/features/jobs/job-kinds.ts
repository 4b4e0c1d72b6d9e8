/** Everything that is done with many as a job, noun.verb. A closed list: a kind that is not here does not compile. */
export const jobKindNames = [
  "broadcasts.deliver",
  "conversations.archive",
  "conversations.delete",
  "conversations.restore",
  "conversations.unarchive",
  "ip-rules.remove",
  "people.approve",
  "people.ban",
  "people.end-sessions",
  "people.import",
  "people.invite",
  "people.reactivate",
  "people.reject",
  "people.require-second-factor",
  "people.reset-password",
  "people.set-role",
  "people.suspend",
  "security-events.acknowledge",
  "sessions.revoke",
] as const;
export type JobKindName = (typeof jobKindNames)[number];
