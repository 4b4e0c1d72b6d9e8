import { flagMessage } from "@/features/filters/server/flag-message";
import { type HeldMessage, holdMessage } from "@/features/filters/server/hold-message";
import { screenText } from "@/features/filters/server/screen-text";
import type { ActorContext } from "@/server/context";
import type { Message } from "../dto";

/**
 * Sends a message past the instance's filters: refused, held for review, or flagged once it is sent. Where no
 * filter finds anything, that costs the database nothing. Throws what `screenText` and `holdMessage` throw.
 */
export async function screened(
  ctx: ActorContext,
  message: HeldMessage,
  send: () => Promise<Message>,
): Promise<Message> {
  const match = await screenText(message.body);
  if (match?.action === "hold") await holdMessage(ctx, message, match.found);
  const sent = await send();
  if (match?.action === "flag") await flagMessage(ctx, sent, match.found);
  return sent;
}
