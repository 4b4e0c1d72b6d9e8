import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext, Context } from "@/server/context";
import { users } from "@/server/db/schema/users";
import type { Transaction } from "@/server/db/transaction";

/** The context in which something is sent for its author, who need not be there. Throws ACCOUNT_NOT_ACTIVE. */
export async function authorContext(ctx: Context, tx: Transaction, authorId: string): Promise<ActorContext> {
  const [author] = await tx.db.select().from(users).where(eq(users.id, authorId));
  if (author?.status !== "active") throw new AppError("ACCOUNT_NOT_ACTIVE");
  const { id, username, displayName, email, role } = author;
  return { ...ctx, actor: { id, username, displayName, email, role } };
}
