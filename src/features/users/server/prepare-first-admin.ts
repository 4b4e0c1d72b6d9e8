import { env } from "@/server/env";
import { systemContext } from "@/server/trpc/request-context";
import { ensureFirstAdmin } from "./first-admin";
import { accountLinkUrl } from "./invite-user";

/**
 * Before the first request: creates the unattended installation's administrator, or a set-up link.
 * Returns how to hand the link to the terminal, once it can be followed.
 */
export async function prepareFirstAdmin(): Promise<() => void> {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env();
  const token = await ensureFirstAdmin(systemContext(), email && password ? { email, password } : null);
  return () => {
    if (!token) return;
    const url = accountLinkUrl(token);
    if (process.send) process.send({ type: "setup-link", url });
    else process.stdout.write(`Set up the first administrator: ${url}\n`);
  };
}
