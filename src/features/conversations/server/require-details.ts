import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { conversations } from "@/server/db/schema/conversations";
import type { ConversationDetails } from "../dto";
import { detailsColumns, toDetails } from "./to-dto";

/** What a conversation is, which the caller has checked access to. */
export async function requireDetails(db: Queryable, conversationId: string): Promise<ConversationDetails> {
  const [row] = await db
    .select(detailsColumns)
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  if (!row) throw new AppError("NOT_FOUND");
  return toDetails(row);
}
