/** Events on the channel of the audit log. */
export type AuditEvents = {
  /** Entries were added and sealed: so many. What they say has to be read. */
  "audit.grown": { sealed: number };
};
