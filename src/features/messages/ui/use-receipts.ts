"use client";

import { useEffect } from "react";
import { conversationChannel, receiptsChannel } from "@/features/conversations/channels";
import type { ReadMarkers } from "@/features/conversations/receipts/dto";
import type { ReceiptEvents } from "@/features/conversations/receipts/events";
import { withMoved } from "@/features/conversations/receipts/read-markers";
import { trpc } from "@/trpc/react";
import type { MessageEvents } from "../events";
import { useLive } from "./live-context";

/** How far the others in the open conversation have read, kept true; undefined where that is not shared. */
export function useReceipts(conversationId: string): ReadMarkers | undefined {
  const utils = trpc.useUtils();
  const { connection } = useLive();
  const { data } = trpc.conversations.receipts.markers.useQuery(
    { conversationId },
    { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
  );
  const sharing = data?.sharing ?? false;
  useEffect(() => {
    if (!sharing || !connection) return;
    const input = { conversationId };
    const moved = (markers: ReceiptEvents["receipts.moved"]["markers"]) =>
      utils.conversations.receipts.markers.setData(input, (held) => held && withMoved(held, markers));
    const stops = [
      connection.listen(receiptsChannel(conversationId), (event, payload) => {
        if (event === "receipts.moved") moved((payload as ReceiptEvents["receipts.moved"]).markers);
        // Subscribed, or again after an interruption: what happened before was not told.
        if (event === "pusher:subscription_succeeded")
          void utils.conversations.receipts.markers.invalidate(input);
      }),
      // Who writes has read what stands above.
      connection.listen(conversationChannel(conversationId), (event, payload) => {
        if (event === "members.changed") void utils.conversations.receipts.markers.invalidate(input);
        if (event !== "message.created") return;
        const { message } = payload as MessageEvents["message.created"];
        moved([{ userId: message.author.id, seq: message.seq }]);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [connection, sharing, utils, conversationId]);
  return sharing ? data : undefined;
}
