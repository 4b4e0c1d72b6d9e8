import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { accessPaths } from "@/testing/access-paths";
import { listUsersInput } from "../input";
import { countUsers } from "./count-users";
import { listUsersQuery } from "./list-users";
import { searchUsersQuery } from "./search-users";

/** 100,000 people: 15,000 imported, 300 waiting, 700 turned away, the others active; 1,000 with a second factor. */
beforeAll(async () => {
  const { db } = database();
  await db.execute(sql`
    insert into users (username, display_name, email, status, import_key, created_at, last_country,
      been_here, has_second_factor)
    select 'user' || n,
      (array['Ada','Grace','Alan','Edsger','Barbara','Donald','Niklaus','Frances','John','Radia'])[1 + abs(hashint4(n)) % 10]
        || ' ' || initcap(substr(md5(n::text), 1, 7)),
      case when n > 15000 then 'user' || n || '@example.org' end,
      case when n <= 15000 then 'deactivated' when n <= 15300 then 'pending' when n <= 16000 then 'rejected'
        else 'active' end,
      case when n <= 15000 then 'seed:' || n end,
      now() - n * interval '1 minute',
      case when n % 500 = 0 then 'DE' when n % 2 = 0 then 'FR' end,
      n <= 60000, n % 100 = 77
    from generate_series(1, 100000) as n`);
  await db.execute(sql`
    insert into presences (user_id, seen_at)
    select id, now() - n * interval '10 minutes' from (select id, row_number() over () as n from users) as seen
    where n <= 60000`);
  await db.execute(sql`
    insert into totp_factors (user_id, sealed_secret, confirmed_at)
    select id, 'x', now() from users where username like 'user%77'`);
  for (const table of ["users", "totp_factors", "passkeys"]) {
    await db.execute(sql.raw(`vacuum analyze ${table}`));
  }
  await db.execute(sql`vacuum analyze presences`);
}, 180_000);

const cursor = { key: new Date(Date.now() - 86_400_000).toISOString(), id: randomUUID() };

it.each([
  ["everybody", {}, "users_created_idx"],
  ["admins", { role: "admin" }, "users_role_created_idx"],
  [
    "a later page by name",
    { sort: "name", direction: "ascending", cursor: { ...cursor, key: "Grace" } },
    "users_name_idx",
  ],
  ["the oldest", { direction: "ascending" }, "users_created_idx"],
  ["who joined in a week", { joinedFrom: "2026-01-05", joinedTo: "2026-01-11" }, "users_created_idx"],
  ["who was here today", { seen: "day" }, "presences_seen_idx"],
  ["who last signed in from a country", { country: "DE" }, "users_country_created_idx"],
  ["who has a second factor", { secondFactor: true }, "users_second_factor_created_idx"],
  ["who has no second factor", { secondFactor: false }, "users_created_idx"],
  ["a later page", { cursor }, "users_created_idx"],
  ["who waits", { status: "pending" }, "users_status_created_idx"],
  ["a later page of the rejected", { status: "rejected", cursor }, "users_status_created_idx"],
  ["the imported", { status: "deactivated", imported: true }, "users_imported_idx"],
  ["a name", { query: "3f2a1" }, "users_name_search_idx"],
  ["an address", { query: "user77123@example.org" }, "users_email_search_idx"],
  ["two words", { query: "grace 3f2a" }, "users_name_search_idx"],
  ["two letters that are rare", { query: "xq" }, "users_name_search_idx"],
  ["a name that is frequent", { query: "grace" }, "users_created_idx"],
])("lists %s by an index", async (_what, input, index) => {
  const paths = await accessPaths(listUsersQuery(listUsersInput.parse(input)));
  expect(paths).toContain(index);
  expect(paths.filter((path) => path.startsWith("whole table users"))).toEqual([]);
});

it.each([
  ["nothing in particular", "", "users_active_name_idx"],
  ["a rare name", "3f2a1", "users_name_search_idx"],
  ["a frequent name", "grace", "users_active_name_idx"],
])("searches for %s by an index", async (_what, query, index) => {
  const paths = await accessPaths(searchUsersQuery(randomUUID(), query));
  expect(paths).toContain(index);
  expect(paths.filter((path) => path.startsWith("whole table"))).toEqual([]);
});

it("counts no further than it has to", async () => {
  expect(await countUsers()).toEqual({
    pending: 300,
    active: 10_000,
    suspended: 0,
    banned: 0,
    imported: 10_000,
    rejected: 700,
  });
});
