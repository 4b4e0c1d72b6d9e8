import type { UserSummary } from "@/features/users/dto";

/** The people with one more, or without the one who was among them; never more than `maximum`. */
export function toggled(people: UserSummary[], person: UserSummary, maximum: number): UserSummary[] {
  const others = people.filter((p) => p.id !== person.id);
  if (others.length < people.length) return others;
  return people.length < maximum ? [...people, person] : people;
}
