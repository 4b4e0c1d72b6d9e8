import { expect, it } from "vitest";
import { planLarge, scaledTo } from "./plan";

it.each([1_000, 2_000, 6_000])("gives no pair of %i people two direct conversations", (people) => {
  const plan = planLarge(scaledTo(people, 100));
  const pairs = plan.members.slice(plan.groups);
  expect(pairs).toHaveLength(plan.directs);
  expect(new Set(pairs.map((pair) => pair.toSorted().join())).size).toBe(pairs.length);
  expect(pairs.every(([first, second]) => first !== second)).toBe(true);
});
