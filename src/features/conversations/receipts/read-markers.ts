import type { ReadMarker, ReadMarkers } from "./dto";
import type { ReceiptEvents } from "./events";

/** Takes in how far members have read; markers never go back, and those of nobody held change nothing. */
export function withMoved(held: ReadMarkers, moved: ReceiptEvents["receipts.moved"]["markers"]): ReadMarkers {
  const seqs = new Map(moved.map((each) => [each.userId, each.seq]));
  const markers = held.markers.map((marker) => {
    const seq = seqs.get(marker.user.id);
    return seq !== undefined && seq > marker.seq ? { ...marker, seq } : marker;
  });
  return { ...held, markers: markers.sort(byProgress) };
}

const byProgress = (a: ReadMarker, b: ReadMarker) => b.seq - a.seq || (a.user.id < b.user.id ? -1 : 1);

/** Those of the members held who have read a message of this author. */
export const readersOf = (markers: ReadMarker[], message: { seq: number; author: { id: string } }) =>
  markers.filter(
    (marker) =>
      marker.seq >= message.seq && marker.joinedSeq < message.seq && marker.user.id !== message.author.id,
  );
