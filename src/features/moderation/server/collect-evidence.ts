import { and, eq, gt, isNull, lt, type SQL } from "drizzle-orm";
import type { Message } from "@/features/messages/dto";
import { inLine, queryMessages } from "@/features/messages/server/queries";
import type { Queryable } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import type { Evidence, EvidenceMessage } from "../dto";

/** Messages on each side that a report takes along. */
const aroundEachSide = 3;

/**
 * What a report keeps of a message that its reporter can see: its text, and what was said around it in the same
 * line where the reporter gives that along. Whoever handles the report sees this, and nothing else.
 */
export async function collectEvidence(
  db: Queryable,
  message: Message,
  withContext: boolean,
): Promise<Evidence> {
  const { conversationId, threadRootId, seq } = message;
  const said = and(inLine(threadRootId), eq(messages.kind, "text"), isNull(messages.deletedAt));
  const query = (where: SQL, order: "newest first" | "oldest first") =>
    queryMessages(conversationId, and(said, where), order, aroundEachSide, db);
  const before = withContext ? await query(lt(messages.seq, seq), "newest first") : [];
  const after = withContext ? await query(gt(messages.seq, seq), "oldest first") : [];
  return { message: toEvidence(message), around: [...before.reverse(), ...after].map(toEvidence) };
}

function toEvidence({ id, author, body, createdAt, editedAt }: Message): EvidenceMessage {
  return { id, author, body, createdAt, editedAt };
}
