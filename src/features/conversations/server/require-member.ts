import { eq } from "drizzle-orm";
import type { UserSummary } from "@/features/users/dto";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { conversationMembers } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import type { ConversationRole } from "../dto";
import { ofMember } from "./of-member";

/** A member of a conversation that the caller has checked access to. Throws NOT_FOUND. */
export async function requireMember(
  db: Queryable,
  conversationId: string,
  userId: string,
): Promise<{ person: UserSummary; role: ConversationRole; active: boolean }> {
  const [row] = await db
    .select({ person: userSummaryColumns, role: conversationMembers.role, status: users.status })
    .from(conversationMembers)
    .innerJoin(users, eq(users.id, conversationMembers.userId))
    .where(ofMember(conversationId, userId));
  if (!row) throw new AppError("NOT_FOUND");
  return { person: row.person, role: row.role, active: row.status === "active" };
}
