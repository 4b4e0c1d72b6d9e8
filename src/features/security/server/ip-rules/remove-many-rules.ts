import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Job } from "@/features/jobs/dto";
import type { JobKind } from "@/features/jobs/server/job-kind";
import { startJob } from "@/features/jobs/server/start-job";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { ipRules } from "@/server/db/schema/security";
import { transaction } from "@/server/db/transaction";
import type { RemoveIpRulesInput } from "../../input";
import { insertIpRule } from "./insert-ip-rule";
import { matchIpRules } from "./match-ip-rules";
import { removeIpRule } from "./remove-ip-rule";

/** Begins to take many rules away: which is settled now. Throws JOB_EMPTY. */
export function removeManyRules(ctx: ActorContext, { selected, reason }: RemoveIpRulesInput): Promise<Job> {
  const condition =
    selected.kind === "these"
      ? inArray(ipRules.id, selected.ids)
      : (matchIpRules(selected.filter) ?? sql`true`);
  const items = sql`
    select (row_number() over (order by ${ipRules.id} desc))::int, ${ipRules.id}, text(${ipRules.network}),
      null::jsonb, null::jsonb
    from ${ipRules} where ${condition}`;
  return startJob(ctx, { kind: rulesRemoveKind.kind, input: { reason }, items });
}

const reasonInput = z.object({ reason: z.string() });
const removedRule = z.object({
  network: z.string(),
  kind: z.enum(["block", "allow"]),
  reason: z.string(),
  automatic: z.boolean(),
  expiresAt: z.coerce.date().nullable(),
});

/** Each rule by the use-case that removes one; taken back it is one of whoever takes it back. */
export const rulesRemoveKind: JobKind = {
  kind: "ip-rules.remove",
  permission: "security.manage",
  run: async (ctx, { targetId }, input) => {
    const { reason } = reasonInput.parse(input);
    return removedRule.parse(await removeIpRule(ctx, { ruleId: z.uuid().parse(targetId), reason }));
  },
  undo: (ctx, _, before) =>
    transaction(ctx, async (tx) => {
      const rule = removedRule.parse(before);
      // What would have ended meanwhile stays away.
      if (rule.expiresAt && rule.expiresAt.getTime() <= Date.now()) throw new AppError("ALREADY_DONE");
      await insertIpRule(tx, ctx, rule);
    }),
};
