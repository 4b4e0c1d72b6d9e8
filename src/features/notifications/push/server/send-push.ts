import { and, eq, sql } from "drizzle-orm";
import webPush from "web-push";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { pushSubscriptions } from "@/server/db/schema/notifications";
import { env } from "@/server/env";
import { log } from "@/server/log/log";
import { describeBroadcastPush } from "./describe-broadcast-push";
import { describePush } from "./describe-push";
import type { Push } from "./jobs";
import { getPushKeys } from "./push-keys";

/** How long a push service keeps a message for a device that is switched off, in seconds. */
const keptSeconds = 24 * 3_600;
const patienceMs = 10_000;

type Outcome = { sent: number } | { stale: number } | { gone: number } | { refused: number };

/**
 * Sends one push message, encrypted for the one device. What has been read or deleted meanwhile, or whose session
 * ended, is not sent; a device that its service no longer knows is forgotten. Throws where trying again may help.
 */
export async function sendPush(_ctx: Context, push: Push): Promise<Outcome> {
  const described = "messageId" in push ? await describePush(push) : await describeBroadcastPush(push);
  if (!described) return { stale: 1 };
  const { endpoint, p256dh, auth, payload } = described;
  const itself = eq(pushSubscriptions.id, push.subscriptionId);
  const request = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(payload),
    {
      vapidDetails: { subject: subject(), ...(await getPushKeys()) },
      TTL: keptSeconds,
      urgency: "high",
      // A second one of the same message, after a crash, takes the place of the first.
      topic: payload.tag.replaceAll("-", ""),
    },
  );
  const { "Content-Length": _, ...headers } = request.headers as Record<string, string>;
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: new Uint8Array(request.body as Buffer),
    redirect: "manual",
    signal: AbortSignal.timeout(patienceMs),
  });
  await answer.body?.cancel();
  if (answer.ok) {
    await database().db.update(pushSubscriptions).set({ lastSentAt: sql`now()` }).where(itself);
    return { sent: 1 };
  }
  if (answer.status === 404 || answer.status === 410) {
    // Unless the browser has subscribed anew meanwhile.
    await database()
      .db.delete(pushSubscriptions)
      .where(and(itself, eq(pushSubscriptions.p256dh, p256dh)));
    return { gone: 1 };
  }
  if (answer.status === 429 || answer.status >= 500) {
    throw new Error(`the push service answered ${answer.status}`);
  }
  log().warn({ status: answer.status, service: new URL(endpoint).host }, "push refused");
  return { refused: 1 };
}

/** Whom a push service turns to when something is wrong: an address that it accepts. */
function subject(): string {
  const { APP_URL } = env();
  return APP_URL.startsWith("https:") ? APP_URL : `mailto:postmaster@${new URL(APP_URL).hostname}`;
}
