import { Secret, TOTP } from "otpauth";
import { expect, it } from "vitest";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { signIn } from "./sign-in";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

it("one's own attempts tell a code that was not given from a wrong password, and a sign-in by code once", async () => {
  const person = await createUser();
  const { factors, sessions } = callAs(person);
  const { secret } = await factors.beginTotp({ password: testPassword });
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await factors.confirmTotp({ code: app.generate() });
  const attempt = (ip: string, code?: string, password = testPassword) => {
    const ctx = { ...systemContext(), ip, userAgent: firefox };
    return outcomeOf(signIn(ctx, { login: person.username, password, code }));
  };
  const [mine, theirs] = ["198.51.100.7", "203.0.113.9"];
  expect(await attempt(mine, undefined, "wrong")).toBe("INVALID_CREDENTIALS");
  expect(await attempt(theirs)).toBe("SECOND_FACTOR_MISSING");
  expect(await attempt(mine)).toBe("SECOND_FACTOR_MISSING");
  expect(await attempt(mine, app.generate({ timestamp: Date.now() + 30_000 }))).toBe("ok");
  const list = await sessions.attempts();
  expect(list.map(({ ip, outcome }) => [ip, outcome])).toEqual([
    [mine, "succeeded"],
    [theirs, "code_missing"],
    [mine, "failed"],
  ]);
});
