import { expect, it } from "vitest";
import { flushTallies } from "@/server/tally";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { attemptsCounted, signInsChannel } from "../../events";
import { signIn } from "../sign-in";

it("attempts to sign in, failed and successful, are told to the console's page, many of them once", async () => {
  const [admin, person] = await Promise.all([createUser({ role: "admin" }), createUser()]);
  const client = await listenAs(admin);
  expect(await client.subscribe(signInsChannel)).toBe(true);
  const attempt = (login: string, password: string) =>
    outcomeOf(signIn(systemContext(), { login, password }));
  const lastHour = async () =>
    (await callAs(admin).admin.sessions.timeline({ period: "day" })).intervals.at(-1);
  const before = await lastHour();
  await Promise.all(["nobody.1", "nobody.2", "nobody.3"].map((login) => attempt(login, "a wrong password")));
  expect(await attempt(person.username, testPassword)).toBe("ok");
  await flushTallies();
  await client.event(attemptsCounted);
  const after = await lastHour();
  expect(after?.failed).toBe((before?.failed ?? 0) + 3);
  expect(after?.succeeded).toBe((before?.succeeded ?? 0) + 1);
  await flushTallies();
  expect(client.received.filter(({ name }) => name === attemptsCounted).length).toBeLessThanOrEqual(2);
  client.close();
});
