import { and, inArray, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Job } from "@/features/jobs/dto";
import type { JobKind } from "@/features/jobs/server/job-kind";
import { startJob } from "@/features/jobs/server/start-job";
import { getSettings } from "@/features/settings/server/get-settings";
import type { ActorContext } from "@/server/context";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import type { RevokeSessionsInput } from "../../input";
import { matchLiveSessions } from "./match-live-sessions";
import { revokeSession } from "./revoke-session";

/** Signs many devices out: which is settled now, and the one that asks is not among them. Throws JOB_EMPTY. */
export async function revokeManySessions(
  ctx: ActorContext,
  { selected, reason }: RevokeSessionsInput,
): Promise<Job> {
  const chosen =
    selected.kind === "these"
      ? inArray(sessions.id, selected.ids)
      : matchLiveSessions(selected.filter, await getSettings());
  const condition = and(chosen, ctx.sessionId ? ne(sessions.id, ctx.sessionId) : undefined);
  const items = sql`
    select (row_number() over (order by ${sessions.id} desc))::int, ${sessions.id}, ${users.displayName},
      null::jsonb, null::jsonb
    from ${sessions} join ${users} on ${users.id} = ${sessions.userId} where ${condition}`;
  return startJob(ctx, { kind: sessionsRevokeKind.kind, input: { reason }, items });
}

const reasonInput = z.object({ reason: z.string() });

/** Each session by the use-case that ends one. It cannot be taken back. */
export const sessionsRevokeKind: JobKind = {
  kind: "sessions.revoke",
  permission: "security.manage",
  run: async (ctx, { targetId }, input) => {
    await revokeSession(ctx, { sessionId: z.uuid().parse(targetId), ...reasonInput.parse(input) });
    return null;
  },
};
