import { getPreferences } from "@/features/users/server/get-preferences";
import type { ActorContext } from "@/server/context";
import { requireConversation } from "../../server/access";
import type { ReadMarkers } from "../dto";
import { readMarkersQuery } from "./queries";

/** Enough to tell who of a group has read the latest messages; for all the rest there is `readers`. */
const markerLimit = 200;

/**
 * How far the members of a conversation have read, of those who share it, to somebody who shares it too.
 * Throws NOT_FOUND.
 */
export async function listReadMarkers(
  ctx: ActorContext,
  { conversationId }: { conversationId: string },
): Promise<ReadMarkers> {
  await requireConversation(ctx, conversationId);
  const { readReceipts } = await getPreferences(ctx.actor.id);
  if (!readReceipts) return { sharing: false, markers: [], complete: true };
  const rows = await readMarkersQuery(conversationId, ctx.actor.id, markerLimit + 1);
  return { sharing: true, markers: rows.slice(0, markerLimit), complete: rows.length <= markerLimit };
}
