import { expect, it } from "vitest";
import { listUsersInput } from "../../input";
import { listInput, type PeopleView, peopleGroups, peopleHref, readPeopleView } from "./people-view";

const viewAt = (href: string) => readPeopleView(new URL(href, "http://localhost").searchParams);

it("finds every view again by its address", () => {
  const views: PeopleView[] = peopleGroups.flatMap((group) => [
    { group, query: "" },
    { group, query: "ada & co = 50%" },
  ]);
  expect(views.map((view) => viewAt(peopleHref(view)))).toEqual(views);
});

it("shows who waits when an address makes no sense", () => {
  expect(viewAt("/admin/people?show=nonsense&q=%20%20")).toEqual({ group: "pending", query: "" });
});

it("asks only for what the server takes", () => {
  for (const group of peopleGroups) {
    const query = viewAt(`/admin/people?q=${"x".repeat(200)}`).query;
    expect(listUsersInput.safeParse(listInput({ group, query })).success).toBe(true);
  }
});
