import { queueMail } from "@/features/mail/server/queue-mail";
import { mailRecipient, timeFor } from "@/features/users/server/mail-recipient";
import { announceOwnSecurity } from "@/server/auth/announce-own-security";
import type { RequestInfo } from "@/server/context";
import type { Transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { deviceFacts } from "../../server/device-facts";

/** What happened to the ways in which somebody signs in; each has its words in the mail. */
export type FactorChange =
  | "totpAdded"
  | "totpReplaced"
  | "totpRemoved"
  | "passkeyAdded"
  | "passkeyRemoved"
  | "recoveryCodesRenewed"
  | "identityLinked"
  | "identityUnlinked"
  | "reset";

/**
 * Tells a person what was changed about how they sign in: on their open pages and by mail, with from where, for
 * whoever did not do it has to know.
 */
export async function tellFactorChange(
  tx: Transaction,
  from: RequestInfo,
  userId: string,
  change: FactorChange,
  reason?: string,
): Promise<void> {
  announceOwnSecurity(tx, userId);
  const to = await mailRecipient(tx.db, userId);
  // Who resets the factors of others is at a device of their own.
  const byThemselves = change !== "reset";
  await queueMail(tx, {
    ...{ to, template: "factorChange", values: { username: to.username, change } },
    facts: {
      reason: reason ?? null,
      ...(byThemselves && deviceFacts(from, to)),
      time: timeFor(to, new Date()),
    },
    url: `${env().APP_URL}/account/security`,
  });
}
