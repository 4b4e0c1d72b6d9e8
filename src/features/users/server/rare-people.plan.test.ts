import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { rowsRead } from "@/testing/access-paths";
import { listUsersInput, type UserFilter } from "../input";
import { countMatchingUsers } from "./count-matching-users";
import { listUsersQuery } from "./list-users";

/**
 * 100,000 people. Whatever is rare was made long ago, where a walk from the newest person arrives last: the 20 oldest
 * signed in from Iceland, ten have a second factor, two were here today, one is gone for two months, two never came.
 * Nobody is both active and imported, and nobody is called Grace and waits.
 */
beforeAll(async () => {
  const { db } = database();
  await db.execute(sql`
    insert into users (username, display_name, email, status, import_key, created_at, last_country, role,
      been_here, has_second_factor)
    select 'user' || n,
      (array['Ada','Grace','Alan','Edsger','Barbara','Donald','Niklaus','Frances','John','Radia'])[1 + n % 10]
        || ' ' || initcap(substr(md5(n::text), 1, 7)),
      case when n > 15000 then 'user' || n || '@example.org' end,
      case when n <= 15000 then 'deactivated' when n <= 15300 and n % 10 <> 1 then 'pending'
        when n <= 16000 then 'rejected' else 'active' end,
      case when n <= 15000 then 'seed:' || n end,
      now() - n * interval '1 minute',
      case when n > 99980 then 'IS' when n % 2 = 0 then 'FR' end,
      case when n > 99950 then 'moderator' else 'user' end,
      n not in (99984, 99985), 'user' || n like 'user999_7'
    from generate_series(1, 100000) as n`);
  await db.execute(sql`
    insert into presences (user_id, seen_at)
    select id, now() - case when username in ('user99981', 'user99982') then interval '1 hour'
      when username = 'user99983' then interval '60 days' else interval '20 days' end
    from users where username not in ('user99984', 'user99985')`);
  await db.execute(sql`
    insert into totp_factors (user_id, sealed_secret, confirmed_at)
    select id, 'x', now() from users where username like 'user999_7'`);
  for (const table of ["users", "totp_factors", "presences"]) await vacuum(table);
}, 180_000);

const vacuum = (table: string) => database().db.execute(sql.raw(`vacuum analyze ${table}`));

/** The most that any page may look at: of people and of what stands beside each of them in the list. */
const bound = 1_500;

const mostRead = async (filter: UserFilter) => {
  const read = [];
  for (const sort of ["joined", "name"] as const) {
    for (const direction of ["ascending", "descending"] as const) {
      read.push(await rowsRead(listUsersQuery(listUsersInput.parse({ ...filter, sort, direction }))));
    }
  }
  return Math.max(...read);
};

it.each<[string, UserFilter, number]>([
  ["a role", { role: "moderator" }, 50],
  ["a role that nobody has", { role: "admin" }, 0],
  ["a status that nobody has", { status: "suspended" }, 0],
  ["a country", { country: "IS" }, 20],
  ["a country where nobody is", { country: "ZZ" }, 0],
  ["a second factor", { secondFactor: true }, 10],
  ["who was here today", { seen: "day" }, 2],
  ["who is gone for long", { seen: "longer" }, 3],
  ["who never came", { seen: "never" }, 2],
  ["days on which nobody came", { joinedFrom: "2020-01-01", joinedTo: "2020-02-01" }, 0],
  ["the active among the imported", { status: "active", imported: true }, 0],
  ["the deactivated among the others", { status: "deactivated", imported: false }, 0],
  ["a second factor and a country", { secondFactor: true, country: "FR" }, 0],
  ["a second factor and a frequent status", { secondFactor: true, status: "active" }, 10],
  ["a second factor and a frequent name", { secondFactor: true, query: "frances" }, 10],
  ["a country and a frequent name", { country: "IS", query: "grace" }, 2],
  ["today and a country", { seen: "day", country: "IS" }, 2],
  ["today and a frequent country", { seen: "day", country: "FR" }, 0],
  ["never and a frequent status", { seen: "never", status: "active" }, 2],
  ["a role, a country and imported", { role: "moderator", country: "FR", imported: true }, 0],
  ["a frequent name that waits", { query: "grace", status: "pending" }, 0],
])("finds %s among 100,000 people without reading them all, in every order", async (_what, filter, found) => {
  expect(await countMatchingUsers(filter)).toBe(found);
  expect(await mostRead(filter)).toBeLessThan(bound);
});

it("finds a text that few have, of whom all stand together, by looking at a stretch of the list and at them", async () => {
  const filter: UserFilter = { query: "user77" };
  expect(await countMatchingUsers(filter)).toBe(1_111);
  // Each of them is looked at in its row, once as found and once more to be sorted by name.
  expect(await mostRead(filter)).toBeLessThan(1_000 + 2 * 1_111 + 200);
});

it.each<[string, UserFilter]>([
  ["everybody", {}],
  ["the imported", { imported: true }],
  ["the others", { imported: false }],
  ["who has no second factor", { secondFactor: false }],
  ["who was here this month", { seen: "month" }],
])("reads a page of %s and little more, by the date of joining", async (_what, filter) => {
  for (const direction of ["ascending", "descending"]) {
    expect(await rowsRead(listUsersQuery(listUsersInput.parse({ ...filter, direction })))).toBeLessThan(
      bound,
    );
  }
});

it("finds the few without a second factor where nearly everybody has one", async () => {
  await database().db.execute(sql`update users set has_second_factor = username not like 'user9998_'`);
  await vacuum("users");
  expect(await countMatchingUsers({ secondFactor: false })).toBe(10);
  expect(await mostRead({ secondFactor: false })).toBeLessThan(bound);
  expect(await mostRead({ secondFactor: false, status: "active", country: "IS" })).toBeLessThan(bound);
}, 60_000);
