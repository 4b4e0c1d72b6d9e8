import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import type { Actor } from "@/server/context";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import type { Transaction } from "@/server/db/transaction";
import { lockConversation } from "./access";
import { toConversation, toUsers } from "./events";
import { giveRole } from "./give-role";
import { insertSystemMessage } from "./insert-system-message";
import { ofMember } from "./of-member";

/**
 * Takes somebody whose account ends out of all groups. A group whose last owner they are goes to its longest
 * serving admin, else to its longest serving member. Direct conversations stay with the other person.
 */
export async function leaveAllGroups(tx: Transaction, person: Actor): Promise<void> {
  const groups = await tx.db
    .select({
      id: conversations.id,
      role: conversationMembers.role,
      deleted: sql<boolean>`${conversations.deletedAt} is not null`,
    })
    .from(conversationMembers)
    .innerJoin(conversations, eq(conversations.id, conversationMembers.conversationId))
    .where(and(eq(conversationMembers.userId, person.id), eq(conversations.kind, "group")))
    // All who lock several do so in one order.
    .orderBy(conversations.id);
  for (const { id, role, deleted } of groups) {
    await lockConversation(tx.db, id);
    if (role === "owner") await nameSuccessor(tx, person, id);
    await tx.db.delete(conversationMembers).where(ofMember(id, person.id));
    if (deleted) continue;
    await insertSystemMessage(tx, person, id, { type: "left" });
    tx.audit({ action: "conversation.left", target: { type: "conversation", id } });
    tx.emit(
      ...toUsers([person.id], "conversation.removed", { conversationId: id }),
      toConversation(id, "members.changed", { conversationId: id }),
    );
  }
}

async function nameSuccessor(tx: Transaction, owner: Actor, conversationId: string): Promise<void> {
  const [heir] = await tx.db
    .select({ person: userSummaryColumns, role: conversationMembers.role })
    .from(conversationMembers)
    .innerJoin(users, eq(users.id, conversationMembers.userId))
    .where(
      and(
        eq(conversationMembers.conversationId, conversationId),
        ne(conversationMembers.userId, owner.id),
        eq(users.status, "active"),
      ),
    )
    .orderBy(
      // Another owner is in charge already, then admins.
      desc(sql`case ${conversationMembers.role} when 'owner' then 2 when 'admin' then 1 else 0 end`),
      asc(conversationMembers.joinedAt),
      asc(conversationMembers.userId),
    )
    .limit(1);
  if (!heir || heir.role === "owner") return;
  await giveRole(tx, owner, conversationId, heir, "owner", "handed-over");
}
