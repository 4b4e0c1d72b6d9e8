import { count, eq, sql } from "drizzle-orm";
import { flagMessage } from "@/features/filters/server/flag-message";
import { screenText } from "@/features/filters/server/screen-text";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { messageRevisions } from "@/server/db/schema/messages";
import { transaction } from "@/server/db/transaction";
import type { Message } from "../dto";
import type { EditMessageInput } from "../input";
import { forgetLinkPreview } from "../link-previews/server/forget-link-preview";
import { requestLinkPreview } from "../link-previews/server/request-link-preview";
import { parseMentions } from "../mentions/parse-mentions";
import { resolveEveryone } from "../mentions/server/resolve-everyone";
import { storeMentions } from "../mentions/server/store-mentions";
import { canEditMessage } from "../policy";
import { requireLivingMessageForChange } from "./access";
import { changeMessage } from "./change-message";
import { messageFollowUp } from "./message-follow-up";
import { requireLength } from "./require-length";

/**
 * Changes the text of the actor's own message and keeps what it said before. The text that it has already
 * changes nothing, so that a repeated request leaves one revision.
 * Throws NOT_FOUND, FORBIDDEN, MESSAGE_DELETED, MESSAGE_TOO_LONG, MESSAGE_REFUSED, or EDIT_NEEDS_REVIEW where a
 * filter would hold the text back.
 */
export async function editMessage(ctx: ActorContext, input: EditMessageInput): Promise<Message> {
  const { body } = input;
  await requireLength(body);
  const match = await screenText(body);
  if (match?.action === "hold") throw new AppError("EDIT_NEEDS_REVIEW", { found: match.found });
  const edited = await transaction(ctx, async (tx) => {
    const { message } = await requireLivingMessageForChange(ctx, input, tx.db);
    if (!canEditMessage(ctx.actor, message)) throw new AppError("FORBIDDEN");
    if (body === message.body) return message;
    const [kept] = await tx.db
      .select({ versions: count() })
      .from(messageRevisions)
      .where(eq(messageRevisions.messageId, message.id));
    await tx.db.insert(messageRevisions).values({
      messageId: message.id,
      version: (kept?.versions ?? 0) + 1,
      body: message.body,
      writtenAt: new Date(message.editedAt ?? message.createdAt),
    });
    await forgetLinkPreview(tx.db, message, body);
    const { usernames, everyone } = parseMentions(body);
    await storeMentions(tx.db, message, usernames);
    const mentionsEveryone = await resolveEveryone(ctx, message.conversationId, everyone, tx.db);
    tx.followUp(messageFollowUp("message.edited", { messageId: message.id }));
    const changed = await changeMessage(tx, message, { body, mentionsEveryone, editedAt: sql`now()` });
    if (!changed.linkPreview) requestLinkPreview(tx, changed);
    return changed;
  });
  if (match) await flagMessage(ctx, edited, match.found);
  return edited;
}
