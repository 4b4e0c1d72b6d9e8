import { expect, it } from "vitest";
import { erasedName, erasedUsername, isErased } from "./erased";

const id = "01900000-0000-7000-8000-00000000abcd";

it("knows what is left of a deleted person, and nobody who only calls themselves so", () => {
  expect(isErased({ id, username: erasedUsername(id), displayName: erasedName })).toBe(true);
  expect(isErased({ id, username: "ada", displayName: erasedName })).toBe(false);
  expect(isErased({ id, username: erasedUsername(id), displayName: "Ada" })).toBe(false);
  const other = "01900000-0000-7000-8000-00000000ffff";
  expect(isErased({ id: other, username: erasedUsername(id), displayName: erasedName })).toBe(false);
});
