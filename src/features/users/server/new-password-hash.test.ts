import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { withoutMail } from "@/testing/mail-server";
import { newPasswordHash } from "./new-password-hash";

describe("a new password", () => {
  it.each([
    ["too short", "abcde fgh", "PASSWORD_TOO_SHORT"],
    ["too short, in characters and not in units", "😀😀😀😀😀", "PASSWORD_TOO_SHORT"],
    ["a frequent one", "1234567890", "PASSWORD_COMMON"],
    ["a frequent one in other capitals", "QwertyUIOP", "PASSWORD_COMMON"],
    ["a frequent one with something after it", "Password2026!!", "PASSWORD_COMMON"],
    ["one character over and over", "aaaaaaaaaaaa", "PASSWORD_COMMON"],
    ["the user name", "Adelheid.Maria", "PASSWORD_COMMON"],
    ["a good one", "correct horse battery", "ok"],
    ["a good one with digits", "seven 7 blue whales", "ok"],
  ])("is refused or taken: %s", async (_what, password, outcome) => {
    expect(await outcomeOf(newPasswordHash(password, "adelheid.maria"))).toBe(outcome);
  });

  it("is looked at wherever it is set", async () => {
    const admin = await createUser({ role: "admin" });
    const common = "password123456";
    const account = { displayName: "A", username: "somebody-new", email: "somebody-new@example.org" };
    expect(await outcomeOf(callAs(null).users.register({ ...account, password: common }))).toBe(
      "PASSWORD_COMMON",
    );
    const tokenOf = (url: string | null) => url?.split("/").at(-1) ?? "";
    const { url } = await callAs(admin).admin.users.inviteByEmail({ email: account.email });
    const accept = { ...account, token: tokenOf(url), password: common };
    expect(await outcomeOf(callAs(null).users.acceptLink(accept))).toBe("PASSWORD_COMMON");

    const made = await callAs(admin).admin.people.create({ ...account, username: "made-here", email: "" });
    const take = { ...account, token: tokenOf(made.invitation.url), password: common };
    expect(await outcomeOf(callAs(null).users.acceptLink(take))).toBe("PASSWORD_COMMON");

    const person = await createUser();
    const change = { currentPassword: testPassword, newPassword: common };
    expect(await outcomeOf(callAs(person).sessions.changePassword(change))).toBe("PASSWORD_COMMON");
    await withoutMail(async () => {
      const reset = await callAs(admin).admin.users.resetPassword({ userId: person.id });
      const choose = (password: string) =>
        outcomeOf(callAs(null).users.resetPassword({ token: tokenOf(reset.url), password }));
      // The link is not used up by a refusal.
      expect([await choose(common), await choose("another horse battery")]).toEqual([
        "PASSWORD_COMMON",
        "ok",
      ]);
    });
  });

  it("has no other way to be set", () => {
    const root = join(import.meta.dirname, "../../..");
    const hashing = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .filter((file) => /import \{[^}]*\bhashPassword\b/.test(readFileSync(join(root, file), "utf8")));
    expect(hashing.sort()).toEqual([
      // Fills an empty instance for measuring.
      "features/transfer/server/seed-large.ts",
      "features/users/server/new-password-hash.ts",
    ]);
  });
});
