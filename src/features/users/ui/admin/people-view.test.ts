import { expect, it } from "vitest";
import { listUsersInput } from "../../input";
import { filterOf, groupOf, listInput, peopleGroups, peopleHref, readPeopleView } from "./people-view";

const viewAt = (href: string) => readPeopleView(new URL(href, "http://localhost").searchParams);

it("finds every view again by its address", () => {
  const hrefs = peopleGroups.map(
    (group) => `/admin/people?from=2026-01-02&role=user&seen=never&show=${group}&q=ada+%26+co&sort=-person`,
  );
  expect(hrefs.map((href) => peopleHref(viewAt(href)))).toEqual(hrefs);
});

it("shows who waits when an address makes no sense", () => {
  const view = viewAt("/admin/people?show=nonsense&role=king&from=yesterday&q=%20%20");
  expect(groupOf(view)).toBe("pending");
  expect(peopleHref(view)).toBe("/admin/people");
  expect(filterOf(view)).toMatchObject({ status: "pending", role: undefined, joinedFrom: undefined });
});

it("asks only for what the server takes", () => {
  for (const group of peopleGroups) {
    const view = viewAt(`/admin/people?show=${group}&to=2026-02-03&sort=person&q=${"x".repeat(200)}`);
    expect(listUsersInput.safeParse(listInput(view)).success).toBe(true);
  }
});
