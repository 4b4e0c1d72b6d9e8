import { asc, count, eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { answerTemplates } from "@/server/db/schema/reports";
import { transaction } from "@/server/db/transaction";
import { violatedConstraint } from "@/server/db/violated-constraint";
import type { AnswerTemplate } from "../dto";
import type { SaveTemplateInput } from "../input";

/** Templates are a list to choose from: there are no more than people can oversee. */
const templateLimit = 100;

/** All answers to choose from, by title. */
export async function listTemplates(): Promise<AnswerTemplate[]> {
  const rows = await database()
    .db.select()
    .from(answerTemplates)
    .orderBy(asc(answerTemplates.title))
    .limit(templateLimit);
  return rows.map(toTemplate);
}

/** Adds or changes an answer. Throws NOT_FOUND, NAME_TAKEN for a title that another one has, or TOO_MANY. */
export async function saveTemplate(ctx: ActorContext, input: SaveTemplateInput): Promise<AnswerTemplate> {
  const { id, title, body } = input;
  try {
    return await transaction(ctx, async (tx) => {
      const values = { title, body, updatedBy: ctx.actor.id, updatedAt: sql`now()` };
      const [before] = id
        ? await tx.db.select().from(answerTemplates).where(eq(answerTemplates.id, id)).for("update")
        : [];
      if (id && !before) throw new AppError("NOT_FOUND");
      const [held] = await tx.db.select({ templates: count() }).from(answerTemplates);
      if (!id && (held?.templates ?? 0) >= templateLimit) {
        throw new AppError("TOO_MANY", { maximum: templateLimit });
      }
      const [saved] = id
        ? await tx.db.update(answerTemplates).set(values).where(eq(answerTemplates.id, id)).returning()
        : await tx.db.insert(answerTemplates).values(values).returning();
      if (!saved) throw new AppError("NOT_FOUND");
      tx.audit({
        action: "answer-template.saved",
        target: { type: "answer-template", id: saved.id },
        before: before && { title: before.title, body: before.body },
        after: { title, body },
      });
      return toTemplate(saved);
    });
  } catch (error) {
    if (violatedConstraint(error) === "answer_templates_title_unique") throw new AppError("NAME_TAKEN");
    throw error;
  }
}

/** Takes an answer off the list; what was answered with it stays. Throws NOT_FOUND. */
export async function deleteTemplate(ctx: ActorContext, { id }: { id: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [gone] = await tx.db.delete(answerTemplates).where(eq(answerTemplates.id, id)).returning();
    if (!gone) throw new AppError("NOT_FOUND");
    tx.audit({
      action: "answer-template.deleted",
      target: { type: "answer-template", id },
      before: { title: gone.title, body: gone.body },
    });
  });
}

function toTemplate({ id, title, body, updatedAt }: typeof answerTemplates.$inferSelect): AnswerTemplate {
  return { id, title, body, updatedAt: updatedAt.toISOString() };
}
