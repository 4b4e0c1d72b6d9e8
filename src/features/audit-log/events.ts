/** Events on the channel of the audit log. */
export type AuditEvents = {
  /** Entries were added and sealed: so many. What they say has to be read. */
  "audit.grown": { sealed: number };
};

/** On the channels of those who look at conversations, people or sessions: which have changed is read anew. */
export type GrowthEvents = {
  "conversations.changed": Record<string, never>;
  "people.changed": Record<string, never>;
  "sessions.changed": Record<string, never>;
};
