import type { UserSummary } from "./dto";

/**
 * What a page holds, with a person's present names wherever that person stands in it. What does not name them stays
 * the very same object, and so does everything when nothing changes.
 */
export function withProfile<Held>(held: Held, user: UserSummary): Held {
  return renewed(held, user) as Held;
}

function renewed(held: unknown, user: UserSummary): unknown {
  if (Array.isArray(held)) {
    const next = held.map((each) => renewed(each, user));
    return next.some((each, i) => each !== held[i]) ? next : held;
  }
  if (held === null || typeof held !== "object" || Object.getPrototypeOf(held) !== Object.prototype)
    return held;
  const old = held as Record<string, unknown>;
  const names = isThem(old, user) ? { username: user.username, displayName: user.displayName } : {};
  const next: Record<string, unknown> = { ...old, ...names };
  for (const key of Object.keys(old)) {
    if (!(key in names)) next[key] = renewed(old[key], user);
  }
  return Object.keys(next).some((key) => next[key] !== old[key]) ? next : held;
}

const isThem = (held: Record<string, unknown>, user: UserSummary) =>
  held.id === user.id && typeof held.username === "string" && typeof held.displayName === "string";
