import { asc, count, eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { messageFilters } from "@/server/db/schema/message-filters";
import { transaction } from "@/server/db/transaction";
import { violatedConstraint } from "@/server/db/violated-constraint";
import type { FilterMatch, MessageFilter } from "../dto";
import type { SaveFilterInput } from "../input";
import { forgetFilters, getFilters } from "./get-filters";

/** So many rules are still checked in no time. */
const filterLimit = 1_000;

/** All rules, by text. */
export async function listFilters(): Promise<MessageFilter[]> {
  const rows = await database()
    .db.select()
    .from(messageFilters)
    .orderBy(asc(messageFilters.text), asc(messageFilters.id))
    .limit(filterLimit);
  return rows.map(toFilter);
}

/** Adds or changes a rule. Throws NOT_FOUND, NAME_TAKEN for one that is there already, or TOO_MANY. */
export async function saveFilter(
  ctx: ActorContext,
  { id, ...rule }: SaveFilterInput,
): Promise<MessageFilter> {
  try {
    const saved = await transaction(ctx, async (tx) => {
      const [before] = id
        ? await tx.db.select().from(messageFilters).where(eq(messageFilters.id, id)).for("update")
        : [];
      if (id && !before) throw new AppError("NOT_FOUND");
      const [held] = await tx.db.select({ rules: count() }).from(messageFilters);
      if (!id && (held?.rules ?? 0) >= filterLimit) throw new AppError("TOO_MANY", { maximum: filterLimit });
      const [row] = id
        ? await tx.db.update(messageFilters).set(rule).where(eq(messageFilters.id, id)).returning()
        : await tx.db
            .insert(messageFilters)
            .values({ ...rule, createdBy: ctx.actor.id })
            .returning();
      if (!row) throw new AppError("NOT_FOUND");
      tx.audit({
        action: "message-filter.saved",
        target: { type: "message-filter", id: row.id },
        before: before && toRule(before),
        after: toRule(row),
      });
      tx.afterCommit(forgetFilters);
      return row;
    });
    return toFilter(saved);
  } catch (error) {
    if (violatedConstraint(error) === "message_filters_kind_text_key") throw new AppError("NAME_TAKEN");
    throw error;
  }
}

/** Takes a rule away; what it held still waits. Throws NOT_FOUND. */
export async function deleteFilter(ctx: ActorContext, { id }: { id: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [gone] = await tx.db.delete(messageFilters).where(eq(messageFilters.id, id)).returning();
    if (!gone) throw new AppError("NOT_FOUND");
    tx.audit({
      action: "message-filter.deleted",
      target: { type: "message-filter", id },
      before: toRule(gone),
    });
    tx.afterCommit(forgetFilters);
  });
}

/** What the rules would do with a text. */
export async function tryFilters({ text }: { text: string }): Promise<FilterMatch | null> {
  return (await getFilters())(text);
}

type Row = typeof messageFilters.$inferSelect;
const toRule = ({ kind, text, action, enabled }: Row) => ({ kind, text, action, enabled });
const toFilter = (row: Row): MessageFilter => ({
  ...toRule(row),
  id: row.id,
  createdAt: row.createdAt.toISOString(),
});
