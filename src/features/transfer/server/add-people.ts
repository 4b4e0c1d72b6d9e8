import { nameOfKey } from "./import-key";
import type { ImportSql } from "./import-session";
import { usernameFor, visibleName } from "./names";

/** Who still needs an account, by the user name that fits them best (in lower case: user names ignore case). */
type Group = { username: string; keys: string[]; nextSuffix: number };
type Candidate = { key: string; username: string; displayName: string };

/**
 * Makes an account for every author of the staged lines who has none: without password and e-mail address,
 * deactivated until an administrator invites them. Where a user name is taken, a number follows it. Returns
 * how many accounts were made.
 */
export async function addPeople(sql: ImportSql): Promise<number> {
  const missing = await sql<{ key: string }[]>`
    select distinct l.person_key as key from import_lines l
    where not exists (select from users u where u.import_key = l.person_key) order by 1`;
  let groups = groupByUsername(missing.map(({ key }) => key));
  // Each round offers twice as many numbers as the one before: few rounds, however many Bobs there are.
  for (let offers = 1; groups.length > 0; offers *= 2) {
    const offered = groups.map((group) => ({ group, names: nextNames(group, offers * group.keys.length) }));
    const taken = await listTaken(
      sql,
      offered.flatMap(({ names }) => names),
    );
    const candidates = offered.flatMap(({ group, names }) => {
      const free = names.filter((name) => !taken.has(name.toLowerCase()));
      return group.keys.flatMap((key, i) => toCandidate(key, free[i]));
    });
    const inserted = await insertAccounts(sql, candidates);
    groups = groups
      .map((group) => ({ ...group, keys: group.keys.filter((key) => !inserted.has(key)) }))
      .filter(({ keys }) => keys.length > 0);
  }
  return missing.length;
}

function groupByUsername(keys: string[]): Group[] {
  const groups = new Map<string, Group>();
  for (const key of keys) {
    const username = usernameFor(nameOfKey(key));
    const group = groups.get(username.toLowerCase()) ?? { username, keys: [], nextSuffix: 1 };
    group.keys.push(key);
    groups.set(username.toLowerCase(), group);
  }
  return [...groups.values()];
}

/** `name`, `name-2`, `name-3` … from where the last round ended. */
function nextNames(group: Group, count: number): string[] {
  const first = group.nextSuffix;
  group.nextSuffix += count;
  return Array.from({ length: count }, (_, i) =>
    first + i === 1 ? group.username : `${group.username}-${first + i}`,
  );
}

function toCandidate(key: string, username: string | undefined): Candidate[] {
  return username ? [{ key, username, displayName: visibleName(nameOfKey(key)) || username }] : [];
}

async function listTaken(sql: ImportSql, names: string[]): Promise<Set<string>> {
  const rows = await sql<{ username: string }[]>`
    select username::text from users where username = any(${names}::text[]::citext[])`;
  return new Set(rows.map(({ username }) => username.toLowerCase()));
}

/** Whoever registers the same user name at this moment keeps it: the next round offers another one. */
async function insertAccounts(sql: ImportSql, candidates: Candidate[]): Promise<Set<string>> {
  const rows = await sql<{ key: string }[]>`
    insert into users (username, display_name, status, import_key)
    select username, "displayName", 'deactivated', key
    from json_to_recordset(${JSON.stringify(candidates)}::text::json) as c (
      key text, username text, "displayName" text
    )
    on conflict do nothing
    returning import_key as key`;
  return new Set(rows.map(({ key }) => key));
}
