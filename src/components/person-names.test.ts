import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** Reads a person's name as it is stored, where a deleted one's stands in English. */
const stored = /\.displayName\b|\bdisplayName(?=[^}\n]*\}\)? (?:=>|=))/g;

/** Names of people who are certainly there: one's own, those of a form, somebody who is being invited. */
const alive = [
  "app/(auth)/set-up/[token]/page.tsx",
  "app/admin/people/[id]/page.tsx",
  "features/accounts/ui/profile-section.tsx",
  "features/messages/ui/chat-app.tsx",
  "features/messages/ui/completion/use-completions.ts",
  "features/people/ui/create-person.tsx",
  "features/people/ui/profile-fields.tsx",
  "features/search/ui/name-hits.tsx",
  "features/search/ui/palette/command-palette.tsx",
  "features/search/ui/use-completions.ts",
  "features/sessions/factors/ui/admin/reset-factors.tsx",
  "features/users/ui/account-button.tsx",
  "features/users/ui/account-fields.tsx",
  "features/users/ui/opened-account-menu.tsx",
];

const source = path.resolve(import.meta.dirname, "..");

describe("the pattern", () => {
  it.each([
    "<bdi>{author.displayName}</bdi>",
    "reporter?.displayName ?? null",
    "people.map(({ id, displayName }) => id)",
    "const { id, displayName: name } = person;",
  ])("objects to %s", (line) => {
    expect(line.match(stored)).not.toBeNull();
  });

  it.each(["personName(author)", "type Named = { id: string; displayName: string };", 't("displayName")'])(
    "accepts %s",
    (line) => {
      expect(line.match(stored)).toBeNull();
    },
  );
});

it("no screen shows the stored name of somebody who may have been deleted", () => {
  const screens = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (file) => /^(app|features\/.*\/ui)\/.*\.tsx?$/.test(file) && !file.includes(".test."),
  );
  expect(screens.length).toBeGreaterThan(300);
  const found = screens.flatMap((file) =>
    readFileSync(path.join(source, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (line.match(stored) ?? []).map(() => ({ file, line: index + 1 }))),
  );
  const elsewhere = found.filter(({ file }) => !alive.includes(file));
  expect(elsewhere, "ask usePersonName for the name").toEqual([]);
  // What needs no exception has none.
  expect(alive.filter((file) => found.every((each) => each.file !== file))).toEqual([]);
});
