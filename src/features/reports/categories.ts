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
export type Complaint = (typeof reportCategories)[number];

/** What a filter finds is no complaint of anybody's. */
export const filterCategory = "filter";
export type ReportCategory = Complaint | typeof filterCategory;

/** What the reporter says to it, in characters. */
export const reportTextMaximum = 2_000;
