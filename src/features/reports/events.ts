/** On `private-console-reports`. */
export type ReportEvents = {
  /** A report was filed, assigned or closed: read the queue anew. */
  "reports.changed": { reportId: string };
  /** A message was held back, or decided about. */
  "held.changed": { id: string };
};

/** On `private-user-<id>`. */
export type NoticeEvents = {
  /** The person was warned, or learns what came of a report: read the notices anew. */
  "notices.changed": Record<string, never>;
};
