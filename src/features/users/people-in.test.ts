import { expect, it } from "vitest";
import type { UserSummary } from "./dto";
import { peopleIn } from "./people-in";

it("finds everybody who is named, wherever and however often", () => {
  const [ada, ben] = [
    { id: "a", username: "ada", displayName: "Ada" },
    { id: "b", username: "ben", displayName: "Ben" },
  ];
  const found: UserSummary[] = [];
  const page = { messages: [{ id: "m", author: ada, mentions: { users: [ben] }, replyTo: { author: ada } }] };
  peopleIn({ pages: [page, null], total: 2 }, (person) => found.push(person));
  expect(found).toEqual([ada, ben, ada]);
});

it("knows people by all of id, user name and name, with whatever else is known of them", () => {
  const found: UserSummary[] = [];
  const member = { id: "a", username: "ada", displayName: "Ada", role: "owner" };
  peopleIn([member, { id: "g", name: "Group" }, "text", 7], (person) => found.push(person));
  expect(found).toEqual([{ id: "a", username: "ada", displayName: "Ada" }]);
});
