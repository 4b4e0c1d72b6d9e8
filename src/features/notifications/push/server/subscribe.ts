import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { pushSubscriptions } from "@/server/db/schema/notifications";
import { transaction } from "@/server/db/transaction";
import type { SubscribeInput } from "../input";
import { isPushService } from "./is-push-service";

/**
 * Lets the browser that asks take push messages for as long as its session lasts. A browser that somebody else used
 * before takes theirs no longer. Throws UNAUTHENTICATED without a session, BAD_INPUT for the address of no push service.
 */
export async function subscribe(
  ctx: ActorContext,
  { endpoint, keys }: SubscribeInput,
): Promise<{ id: string }> {
  const { sessionId } = ctx;
  if (!sessionId) throw new AppError("UNAUTHENTICATED");
  if (!isPushService(endpoint)) throw new AppError("BAD_INPUT");
  return transaction(ctx, async (tx) => {
    const owner = { userId: ctx.actor.id, sessionId, ...keys };
    const [row] = await tx.db
      .insert(pushSubscriptions)
      .values({ endpoint, ...owner })
      .onConflictDoUpdate({ target: pushSubscriptions.endpoint, set: owner })
      .returning({ id: pushSubscriptions.id });
    return row as { id: string };
  });
}
