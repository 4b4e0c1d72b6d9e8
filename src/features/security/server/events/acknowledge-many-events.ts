import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Job } from "@/features/jobs/dto";
import type { JobKind, WorkItem } from "@/features/jobs/server/job-kind";
import { startJob } from "@/features/jobs/server/start-job";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { securityEvents } from "@/server/db/schema/security";
import { type AcknowledgeManyEventsInput, securityEventInput } from "../../input";
import { acknowledgeSecurityEvents } from "./acknowledge-security-events";
import { matchSecurityEvents } from "./match-security-events";
import { reopenSecurityEvent } from "./reopen-security-event";

/**
 * Begins to note that the actor has seen to many events: to which is settled now, and those that somebody has
 * acknowledged are not among them. Throws JOB_EMPTY.
 */
export function acknowledgeManyEvents(
  ctx: ActorContext,
  { selected }: AcknowledgeManyEventsInput,
): Promise<Job> {
  const condition = and(
    isNull(securityEvents.acknowledgedAt),
    selected.kind === "these"
      ? inArray(securityEvents.id, selected.ids)
      : matchSecurityEvents(selected.filter),
  );
  const items = sql`
    select (row_number() over (order by ${securityEvents.id} desc))::int, null::uuid,
      coalesce(host(${securityEvents.ip}), '#' || ${securityEvents.id}),
      jsonb_build_object('eventId', ${securityEvents.id}), null::jsonb
    from ${securityEvents} where ${condition}`;
  return startJob(ctx, { kind: eventsAcknowledgeKind.kind, input: {}, items });
}

const which = ({ input }: WorkItem) => securityEventInput.parse(input);

/** Each event by the use-case that acknowledges one. */
export const eventsAcknowledgeKind: JobKind = {
  kind: "security-events.acknowledge",
  permission: "security.manage",
  run: async (ctx, item) => {
    const { eventId } = which(item);
    const { acknowledged } = await acknowledgeSecurityEvents(ctx, { eventIds: [eventId] });
    if (acknowledged === 0) throw new AppError("ALREADY_DONE");
    return { eventId };
  },
  undo: (ctx, item) => reopenSecurityEvent(ctx, which(item)),
};
