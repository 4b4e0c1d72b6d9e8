import { readdirSync } from "node:fs";
import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { administrator } from "./product";

const folder = `${import.meta.dirname}/../src/app/api/admin`;

/** Every route that gives a list of the console as a file. */
const exports = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("export/route.ts"))
  .map((file) => `/api/admin/${file.replaceAll("\\", "/").replace("/route.ts", "")}`);

test("every export of the console is for administrators, and is nothing to everybody else", async ({
  page,
  openAs,
  openAsNewPerson,
  admin,
}) => {
  expect(exports.length).toBeGreaterThan(5);
  const member = await openAsNewPerson();
  const moderator = await openAsNewPerson();
  await admin.admin.users.setRole.mutate({
    userId: moderator.person.id,
    role: "moderator",
    reason: "a story",
  });
  const administration = await openAs(administrator);
  for (const address of exports) {
    for (const { request } of [page, member.page, moderator.page]) {
      expect((await request.get(address)).status(), address).toBe(404);
    }
    for (const format of ["csv", "json"]) {
      // Nobody has such a name: what is tried is who may, not how long it takes.
      const query = `format=${format}&q=nobody-at-all&about=nobody-at-all&person=nobody-at-all&address=198.51.100.77`;
      const answer = await administration.page.request.get(`${address}?${query}`);
      expect(answer.status(), address).toBe(200);
      expect(answer.headers()["content-disposition"]).toMatch(new RegExp(`\\.${format}"$`));
      expect(answer.headers()["cache-control"]).toBe("no-store");
    }
  }
});
