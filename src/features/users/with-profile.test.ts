import { expect, it } from "vitest";
import { withProfile } from "./with-profile";

const ada = { id: "a", username: "ada", displayName: "Ada" };
const ben = { id: "b", username: "ben", displayName: "Ben" };
const renamed = { ...ada, username: "lovelace", displayName: "Ada Lovelace" };

it("renews a person's names wherever they stand, and nothing else", () => {
  const other = { author: ben, at: new Date(0) };
  const held = { pages: [{ rows: [{ author: ada, mentions: [ben, { ...ada, role: "owner" }] }, other] }] };
  const next = withProfile(held, renamed);
  expect(next).toEqual({
    pages: [{ rows: [{ author: renamed, mentions: [ben, { ...renamed, role: "owner" }] }, other] }],
  });
  expect(next.pages[0]?.rows[1]).toBe(other);
  expect(held.pages[0]?.rows[0]).toEqual({ author: ada, mentions: [ben, { ...ada, role: "owner" }] });
});

it("leaves what does not change as it is, however often it is told", () => {
  const held = { rows: [{ author: ada }, null, 1, undefined, "a"] };
  expect(withProfile(held, { id: "z", username: "z", displayName: "Z" })).toBe(held);
  const once = withProfile(held, renamed);
  expect(withProfile(once, renamed)).toBe(once);
  expect(withProfile(undefined, renamed)).toBeUndefined();
});
