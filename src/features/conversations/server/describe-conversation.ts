import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { database } from "@/server/db/client";
import { conversations } from "@/server/db/schema/conversations";
import type { AdminConversationDetail } from "../dto";
import { adminConversationColumns, toAdminConversation } from "./list-all-conversations";

/** A conversation for the console, living or deleted: what it is, nothing of what is said in it. Throws NOT_FOUND. */
export async function describeConversation(conversationId: string): Promise<AdminConversationDetail> {
  const [row] = await database()
    .db.select({
      shown: adminConversationColumns,
      description: conversations.description,
      announcementOnly: conversations.announcementOnly,
      slowModeSeconds: conversations.slowModeSeconds,
      deleteReason: conversations.deleteReason,
    })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  if (!row) throw new AppError("NOT_FOUND");
  const { shown, ...rest } = row;
  return { ...toAdminConversation(shown), ...rest };
}
