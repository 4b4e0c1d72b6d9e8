import { expect, it } from "vitest";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { savedViewsMaximum } from "../dto";

it("are everybody's own, by list, and replaced by name", async () => {
  const [ada, grace] = [await createUser(), await createUser()];
  const views = callAs(ada).savedViews;
  await views.save({ list: "people", name: "New", search: "joined=2026-01-01" });
  const { id } = await views.save({ list: "people", name: "Admins", search: "role=admin" });
  await views.save({ list: "audit", name: "Admins", search: "" });
  await views.save({ list: "people", name: "Admins", search: "role=moderator" });
  expect(await views.list({ list: "people" })).toEqual([
    { id, name: "Admins", search: "role=moderator" },
    { id: expect.any(String), name: "New", search: "joined=2026-01-01" },
  ]);
  expect(await callAs(grace).savedViews.list({ list: "people" })).toEqual([]);

  await callAs(grace).savedViews.delete({ id });
  expect(await views.list({ list: "people" })).toHaveLength(2);
  await views.delete({ id });
  expect((await views.list({ list: "people" })).map(({ name }) => name)).toEqual(["New"]);
});

it("are no more than help anybody", async () => {
  const views = callAs(await createUser()).savedViews;
  for (let n = 0; n < savedViewsMaximum; n++) await views.save({ list: "people", name: `${n}`, search: "" });
  expect(await outcomeOf(views.save({ list: "people", name: "one more", search: "" }))).toBe(
    "TOO_MANY_VIEWS",
  );
  expect(await outcomeOf(views.save({ list: "people", name: "0", search: "q=a" }))).toBe("ok");
});
