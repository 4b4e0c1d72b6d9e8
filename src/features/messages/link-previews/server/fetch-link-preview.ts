import { eq } from "drizzle-orm";
import { getSetting } from "@/features/settings/server/get-settings";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { conversations } from "@/server/db/schema/conversations";
import { messageLinkPreviews } from "@/server/db/schema/link-previews";
import { transaction } from "@/server/db/transaction";
import { fetchPage, PageUnreachable, type Reach } from "@/server/http/fetch-page";
import { changeMessage } from "../../server/change-message";
import { getMessage } from "../../server/queries";
import type { LinkPreview } from "../dto";
import { firstLink } from "../first-link";
import { parsePreview } from "./parse-preview";

const limits = { maximumBytes: 512 * 1024, timeoutMs: 8_000, maximumRedirects: 3 };

/**
 * Fetches what the first link of a message leads to and shows it with the message, live. Does nothing where the link is
 * gone by then, leads nowhere, or previews are switched off; doing it again changes nothing.
 * @param reach what may be reached; the public web by default
 */
export async function fetchLinkPreview(
  ctx: Context,
  { conversationId, messageId }: { conversationId: string; messageId: string },
  reach?: Reach,
): Promise<{ shown: number }> {
  if (!(await getSetting("linkPreviews"))) return { shown: 0 };
  const before = await getMessage(database().db, conversationId, messageId);
  const link = before && !before.deletedAt ? firstLink(before.body) : null;
  if (link === null) return { shown: 0 };
  const preview = await previewOf(link, reach);
  if (!preview) return { shown: 0 };
  return transaction(ctx, async (tx) => {
    // As every change to a message: its conversation first.
    await tx.db.select().from(conversations).where(eq(conversations.id, conversationId)).for("no key update");
    const message = await getMessage(tx.db, conversationId, messageId);
    const unchanged = message && !message.deletedAt && firstLink(message.body) === link;
    if (!unchanged || isSame(message.linkPreview, preview)) return { shown: 0 };
    await tx.db
      .insert(messageLinkPreviews)
      .values({ messageId, ...preview })
      .onConflictDoUpdate({ target: messageLinkPreviews.messageId, set: preview });
    await changeMessage(tx, message);
    return { shown: 1 };
  });
}

async function previewOf(link: string, reach?: Reach): Promise<LinkPreview | null> {
  try {
    const { url, html } = await fetchPage(link, limits, reach);
    return parsePreview(url, html);
  } catch (error) {
    if (error instanceof PageUnreachable) return null;
    throw error;
  }
}

const isSame = (held: LinkPreview | null, found: LinkPreview) =>
  held !== null &&
  JSON.stringify(Object.entries(held).sort()) === JSON.stringify(Object.entries(found).sort());
