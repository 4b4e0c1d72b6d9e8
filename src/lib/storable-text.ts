/** NUL, which PostgreSQL cannot hold, and halves of surrogate pairs, which no UTF-8 can. */
const unstorable = /\0|\p{Surrogate}/u;

/** Whether every text inside `value`, at any depth, can be stored. */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !unstorable.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isStorable);
}
