import type { ReadMarkers } from "@/features/conversations/receipts/dto";
import { readersOf } from "@/features/conversations/receipts/read-markers";
import type { Message } from "../dto";

/** The person's newest message that somebody has read, and how many have; null where there is none. */
export function latestReceipt(
  messages: Message[],
  markers: ReadMarkers | undefined,
  ownId: string,
): { messageId: string; count: number; complete: boolean } | null {
  if (!markers) return null;
  const furthest = markers.markers[0]?.seq ?? 0;
  const message = messages.findLast(
    (each) =>
      each.author.id === ownId &&
      each.kind !== "system" &&
      each.seq <= furthest &&
      readersOf(markers.markers, each).length > 0,
  );
  if (!message) return null;
  const count = readersOf(markers.markers, message).length;
  // What is left out of an incomplete answer has read less far than all that is in it.
  const lastTold = markers.markers.at(-1)?.seq ?? 0;
  return { messageId: message.id, count, complete: markers.complete || lastTold < message.seq };
}
