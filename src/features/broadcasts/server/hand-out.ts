import { eq, sql } from "drizzle-orm";
import type { Job } from "@/features/jobs/dto";
import { startJob } from "@/features/jobs/server/start-job";
import type { ActorContext } from "@/server/context";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { users } from "@/server/db/schema/users";
import type { Transaction } from "@/server/db/transaction";
import { announceBroadcasts } from "./announce-broadcasts";
import { inAudience } from "./audience";
import { broadcastKind } from "./broadcast-kind";

/**
 * Begins to hand a broadcast out, in its sender's name, to all who belong to its audience at this moment. The caller
 * holds its row. Throws JOB_EMPTY when there is nobody.
 */
export async function handOut(
  ctx: ActorContext,
  tx: Transaction,
  { id, title, audience, important }: typeof broadcasts.$inferSelect,
): Promise<Job> {
  const items = sql`
    select (row_number() over (order by ${users.createdAt}, ${users.id}))::int, ${users.id},
      ${users.displayName}, null::jsonb, null::jsonb
    from ${users} where ${inAudience(audience)}`;
  const job = await startJob(
    { ...ctx, within: tx },
    { kind: broadcastKind.kind, input: { broadcastId: id }, items },
  );
  await tx.db
    .update(broadcasts)
    .set({ jobId: job.id, sentAt: sql`clock_timestamp()` })
    .where(eq(broadcasts.id, id));
  tx.audit({
    action: "broadcast.sent",
    target: { type: "broadcast", id },
    actorId: ctx.actor.id,
    after: { title, audience, important, people: job.total },
  });
  announceBroadcasts(tx);
  return job;
}
