import { sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { AppError } from "@/server/app-error";
import { conversationMembers } from "@/server/db/schema/conversations";
import type { Transaction } from "@/server/db/transaction";
import type { Membership } from "../dto";
import { toUsers } from "./events";
import { ofMember } from "./of-member";
import { membershipColumns, toMembership } from "./to-dto";

/** The end of every change to a person's role or own settings: all their devices learn it. */
export async function changeMembership(
  tx: Transaction,
  conversationId: string,
  userId: string,
  columns: PgUpdateSetSource<typeof conversationMembers>,
): Promise<Membership> {
  const [row] = await tx.db
    .update(conversationMembers)
    .set({ ...columns, membershipRevision: sql`${conversationMembers.membershipRevision} + 1` })
    .where(ofMember(conversationId, userId))
    .returning(membershipColumns);
  if (!row) throw new AppError("NOT_FOUND");
  const membership = toMembership(row);
  tx.emit(...toUsers([userId], "membership.changed", { conversationId, membership }));
  return membership;
}
