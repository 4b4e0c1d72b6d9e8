import { env } from "@/server/env";
import { systemContext } from "@/server/trpc/request-context";
import { ensureFirstAdmin } from "./first-admin";
import { accountLinkUrl } from "./invite-user";

/** At start: creates the unattended installation's administrator, or hands a set-up link to the terminal. */
export async function announceFirstAdmin(): Promise<void> {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env();
  const token = await ensureFirstAdmin(systemContext(), email && password ? { email, password } : null);
  if (!token) return;
  const url = accountLinkUrl(token);
  if (process.send) process.send({ type: "setup-link", url });
  else process.stdout.write(`Set up the first administrator: ${url}\n`);
}
