import { desc, eq } from "drizzle-orm";
import { queueMail } from "@/features/mail/server/queue-mail";
import { mailRecipient, timeFor } from "@/features/users/server/mail-recipient";
import type { Context } from "@/server/context";
import { sessions } from "@/server/db/schema/sessions";
import type { Transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { subnetOf } from "@/server/http/subnet-of";
import { describeDevice } from "./describe-device";
import { deviceFacts } from "./device-facts";

/** Sessions that are looked at for whether a device is known: those of the last weeks. */
const remembered = 200;

type From = { ip: string | null; userAgent: string | null };

/**
 * Mails a person whose account is signed in to from a browser and network that none of their earlier
 * sessions had. Call before the new session is written down. The very first sign-in is no news.
 */
export async function tellNewDevice(tx: Transaction, ctx: Context, userId: string): Promise<void> {
  const earlier = await tx.db
    .select({ ip: sessions.ip, userAgent: sessions.userAgent })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.id))
    .limit(remembered);
  const present = kindOf(ctx);
  if (earlier.length === 0 || earlier.some((each) => kindOf(each) === present)) return;
  const recipient = await mailRecipient(tx.db, userId);
  await queueMail(tx, {
    to: recipient,
    template: "newDevice",
    values: { username: recipient.username },
    facts: {
      ...deviceFacts(ctx, recipient),
      time: timeFor(recipient, new Date()),
    },
    url: `${env().APP_URL}/account/security`,
  });
}

/** What makes a device recognisable: its browser, without the version, its system, and the network around it. */
function kindOf({ ip, userAgent }: From): string {
  const { browser, system } = describeDevice(userAgent);
  const name = browser?.replace(/ [\d.]+$/, "") ?? userAgent;
  return JSON.stringify([name, system, ip && subnetOf(ip)]);
}
