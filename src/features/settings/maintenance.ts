/** What people are told while only administrators may come in. `until` is when it is likely to end, ISO 8601. */
export type Maintenance = { message: string; until: string | null };
