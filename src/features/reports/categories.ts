/** Why somebody complains. */
export const reportCategories = [
  "spam",
  "harassment",
  "hate",
  "violence",
  "sexual",
  "privacy",
  "other",
] as const;
export type ReportCategory = (typeof reportCategories)[number];

/** What the reporter says to it, in characters. */
export const reportTextMaximum = 2_000;
