import { expect, test } from "vitest";
import { usernameValue } from "@/features/users/input";
import { database } from "@/server/db/client";
import { createUser } from "@/testing/factories";
import { importLines, sampleLines } from "@/testing/import-files";

type Person = { nickname: string; username: string; displayName: string };

/** Imports one message by each nickname; returns their accounts in the same order. */
async function importNicknames(channel: string, nicknames: string[]): Promise<Person[]> {
  await importLines(
    sampleLines(channel, nicknames.length).map((line, i) => ({ ...line, from: nicknames[i] })),
  );
  const rows = await database().sql<Person[]>`
    select substr(import_key, 7) as nickname, username, display_name as "displayName" from users
    where import_key is not null`;
  const found = new Map(rows.map((row) => [row.nickname, row]));
  return nicknames.map((nickname) => found.get(nickname) as Person);
}

test("nicknames that differ only in case are different people", async () => {
  const people = await importNicknames("case", ["Robin", "robin", "ROBIN", "robin-2", "robin_"]);
  expect(people.map((person) => person.displayName)).toEqual([
    "Robin",
    "robin",
    "ROBIN",
    "robin-2",
    "robin_",
  ]);
  expect(new Set(people.map((person) => person.username.toLowerCase())).size).toBe(5);
});

test("exotic nicknames get valid user names and keep their own name", async () => {
  const nicknames = [
    "[wind]mill",
    "|Quad-",
    "🦉🦉",
    "{}",
    "x",
    "نورا",
    "さくら",
    "हिन्दी",
    "\u202eevil\u0007",
    "Z".repeat(200),
    "a:b",
  ];
  const people = await importNicknames("exotic", nicknames);
  expect(people.map((person) => person.displayName)).toEqual([
    ...nicknames.slice(0, 8),
    "evil",
    "Z".repeat(80),
    "a:b",
  ]);
  for (const { username } of people) expect(usernameValue.parse(username)).toBe(username);
  expect(people.map((person) => person.username).slice(0, 2)).toEqual(["wind-mill", "Quad"]);
  expect(people[5]?.username).toBe("نورا");
});

test("an account that is there keeps its user name", async () => {
  await createUser({ username: "Harriet" });
  const [imported] = await importNicknames("taken", ["harriet"]);
  expect(imported?.username).toBe("harriet-2");
});

test("hundreds of nicknames that lead to one user name each get their own", async () => {
  const nicknames = Array.from(
    { length: 700 },
    (_, i) => `same${"_".repeat(i % 100)}${"|".repeat(Math.floor(i / 100))}`,
  );
  await importNicknames("first-half", nicknames.slice(0, 300));
  const people = await importNicknames("second-half", nicknames);
  expect(new Set(people.map((person) => person.username.toLowerCase())).size).toBe(700);
});

test("imported people cannot sign in until an administrator invites them", async () => {
  await importNicknames("dormant", ["dormant person"]);
  const [row] = await database().sql`
    select status, role, email, password_hash, import_key from users where display_name = 'dormant person'`;
  expect(row).toEqual({
    status: "deactivated",
    role: "user",
    email: null,
    password_hash: null,
    import_key: "jsonl:dormant person",
  });
});
