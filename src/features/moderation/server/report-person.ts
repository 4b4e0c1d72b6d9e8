import { and, eq, notInArray } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { ReportPersonInput } from "../input";
import { insertReport } from "./insert-report";

/**
 * Complains about a person. Throws NOT_FOUND, FORBIDDEN (oneself), or ALREADY_REPORTED while an earlier report
 * of the same person by the same reporter is open.
 */
export async function reportPerson(ctx: ActorContext, input: ReportPersonInput): Promise<void> {
  const { userId, category, text } = input;
  if (userId === ctx.actor.id) throw new AppError("FORBIDDEN");
  await transaction(ctx, async (tx) => {
    const [person] = await tx.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, userId), notInArray(users.status, ["pending", "rejected"])));
    if (!person) throw new AppError("NOT_FOUND");
    await insertReport(ctx, tx, { kind: "user", reportedUserId: userId, category, text, evidence: null });
  });
}
