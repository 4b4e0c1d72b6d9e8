import { and, eq, inArray, sql } from "drizzle-orm";
import type { Job } from "@/features/jobs/dto";
import { startJob } from "@/features/jobs/server/start-job";
import type { ActorContext } from "@/server/context";
import { conversations } from "@/server/db/schema/conversations";
import type { WorkOnConversationsInput } from "../admin-input";
import { matchConversations } from "./match-conversations";

/**
 * Begins to do something with many groups: with which is settled now. Direct conversations belong to the two in them and
 * are left out. Throws JOB_EMPTY.
 */
export function workOnConversations(
  ctx: ActorContext,
  { action, selected, reason }: WorkOnConversationsInput,
): Promise<Job> {
  const condition = and(
    eq(conversations.kind, "group"),
    selected.kind === "these" ? inArray(conversations.id, selected.ids) : matchConversations(selected.filter),
  );
  const items = sql`
    select (row_number() over (order by ${conversations.createdAt}, ${conversations.id}))::int,
      ${conversations.id}, ${conversations.name}, null::jsonb, null::jsonb
    from ${conversations} where ${condition}`;
  return startJob(ctx, { kind: `conversations.${action}`, input: { reason }, items });
}
