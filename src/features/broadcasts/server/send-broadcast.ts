import { eq, sql } from "drizzle-orm";
import type { Job } from "@/features/jobs/dto";
import { requireJob } from "@/features/jobs/server/job-columns";
import { startJob } from "@/features/jobs/server/start-job";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { SendBroadcastInput } from "../input";
import { inAudience } from "./audience";
import { broadcastKind } from "./broadcast-kind";

/**
 * Sends a system message to all who belong to its audience at this moment; a job hands it out. The same id again
 * gives the same job. Throws JOB_EMPTY when there is nobody, ALREADY_DONE for an id whose job is gone.
 */
export async function sendBroadcast(ctx: ActorContext, input: SendBroadcastInput): Promise<Job> {
  const { id, title, audience, important } = input;
  return transaction(ctx, async (tx) => {
    const made = await tx.db
      .insert(broadcasts)
      .values({ ...input, sentBy: ctx.actor.id })
      .onConflictDoNothing()
      .returning({ id: broadcasts.id });
    if (made.length === 0) {
      const [sent] = await tx.db
        .select({ jobId: broadcasts.jobId })
        .from(broadcasts)
        .where(eq(broadcasts.id, id));
      if (!sent?.jobId) throw new AppError("ALREADY_DONE");
      return requireJob(tx.db, sent.jobId);
    }
    const items = sql`
      select (row_number() over (order by ${users.createdAt}, ${users.id}))::int, ${users.id},
        ${users.displayName}, null::jsonb, null::jsonb
      from ${users} where ${inAudience(audience)}`;
    const job = await startJob(
      { ...ctx, within: tx },
      { kind: broadcastKind.kind, input: { broadcastId: id }, items },
    );
    await tx.db.update(broadcasts).set({ jobId: job.id }).where(eq(broadcasts.id, id));
    tx.audit({
      action: "broadcast.sent",
      target: { type: "broadcast", id },
      after: { title, audience, important, people: job.total },
    });
    return job;
  });
}
