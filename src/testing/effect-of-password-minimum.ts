import { expect } from "vitest";
import { callAs, outcomeOf } from "./caller";

/** A new account takes a password of so many characters, and forms can say so before it is sent. */
export async function effectOfPasswordMinimum(set: (minimum: number) => Promise<unknown>): Promise<void> {
  await set(20);
  expect((await callAs(null).settings.public()).passwordMinimumLength).toBe(20);
  const register = (username: string, password: string) =>
    outcomeOf(
      callAs(null).users.register({
        ...{ displayName: "A", username, email: `${username}@example.org`, password },
      }),
    );
  expect(await register("too-short", "nineteen characters")).toBe("PASSWORD_TOO_SHORT");
  expect(await register("long-enough", "twenty characters ok")).toBe("ok");
}
