import { demoPassword } from "../demo/people";
import type { SeedOutcome } from "./seed-demo";

/** What `npm run seed` prints at its end: who can sign in, and a warning. */
export function describeSeed({ seeded, accounts, password, messages }: SeedOutcome): string {
  const width = Math.max(...accounts.map(({ username }) => username.length));
  return [
    seeded
      ? `The demo workspace is ready: ${accounts.length} people and ${messages} messages of the last two weeks.`
      : "The demo workspace is there already; nothing was changed.",
    "",
    ...accounts.map(
      ({ username, displayName, role }) => `  ${username.padEnd(width)}  ${role.padEnd(9)}  ${displayName}`,
    ),
    "",
    ...describePassword(seeded, password),
  ].join("\n");
}

function describePassword(seeded: boolean, password: string | null): string[] {
  if (!password) return ["Their password is not the usual one of the demo."];
  const line = `Password of all of them: ${password}`;
  if (password !== demoPassword) return [seeded ? `${line} (it is shown only now)` : line];
  return [
    line,
    "",
    "For trying out only: whoever reaches this instance can sign in as its administrator.",
    "Use another data folder for real work.",
  ];
}
