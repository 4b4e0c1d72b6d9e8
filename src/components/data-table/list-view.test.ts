import { expect, it } from "vitest";
import { isDay, type ListView, nextSort, readListView, writeListView } from "./list-view";

const rules = { filters: { role: ["admin", "user"], since: isDay }, sorts: ["name", "createdAt"] };
const viewAt = (address: string) => readListView(new URLSearchParams(address), rules);

it("finds every view again by its address", () => {
  const views: ListView[] = [
    { query: "", filters: {}, sort: null },
    { query: "ada & co = 50%", filters: { role: "user" }, sort: { column: "name", direction: "ascending" } },
    {
      query: "",
      filters: { since: "2026-02-03", role: "admin" },
      sort: { column: "createdAt", direction: "descending" },
    },
  ];
  expect(views.map((view) => viewAt(writeListView(view)))).toEqual(views);
});

it("leaves out what an address says without sense", () => {
  const view = viewAt(`q=%20%20&role=king&since=2026-13-01&sort=-password&other=1&q2=${"x".repeat(200)}`);
  expect(view).toEqual({ query: "", filters: {}, sort: null });
  expect(viewAt(`q=${"x".repeat(200)}`).query).toHaveLength(80);
});

it("writes the same view the same way", () => {
  const filters = { role: "user", since: "2026-02-03" };
  const turned = { since: "2026-02-03", role: "user" };
  expect(writeListView({ query: "a", filters, sort: null })).toBe(
    writeListView({ query: "a", filters: turned, sort: null }),
  );
});

it("goes up, down and back to the list's own order", () => {
  const up = nextSort({ column: "createdAt", direction: "descending" }, "name");
  const down = nextSort(up, "name");
  expect([up?.direction, down?.direction, nextSort(down, "name")]).toEqual(["ascending", "descending", null]);
});
