import { eq } from "drizzle-orm";
import type { Queryable } from "@/server/db/client";
import { messageLinkPreviews } from "@/server/db/schema/link-previews";
import { firstLink } from "../first-link";

/** What was found by an earlier text's link goes with that text. Call in the transaction that changes the text. */
export async function forgetLinkPreview(
  db: Queryable,
  message: { id: string; body: string },
  body: string,
): Promise<void> {
  if (firstLink(message.body) === firstLink(body)) return;
  await db.delete(messageLinkPreviews).where(eq(messageLinkPreviews.messageId, message.id));
}
