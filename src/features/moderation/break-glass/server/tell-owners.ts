import { and, eq, or } from "drizzle-orm";
import { breakGlassNotices } from "@/server/db/schema/break-glass";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import type { Transaction } from "@/server/db/transaction";
import { noticesChanged } from "../../server/events";

/** Tells a group's owners, or both people of a direct conversation, that an administrator reads or has read it. */
export async function tellOwners(
  tx: Transaction,
  grant: { id: string; conversationId: string },
): Promise<void> {
  const owners = await tx.db
    .select({ userId: conversationMembers.userId })
    .from(conversationMembers)
    .innerJoin(conversations, eq(conversations.id, conversationMembers.conversationId))
    .where(
      and(
        eq(conversationMembers.conversationId, grant.conversationId),
        or(eq(conversations.kind, "direct"), eq(conversationMembers.role, "owner")),
      ),
    );
  if (owners.length === 0) return;
  const told = owners.map(({ userId }) => ({ grantId: grant.id, userId }));
  await tx.db.insert(breakGlassNotices).values(told).onConflictDoNothing();
  tx.emit(...noticesChanged(owners.map(({ userId }) => userId)));
}
