import { and, countDistinct, gt, isNull, ne, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { withinNetwork } from "@/server/db/within-network";
import type { IpRuleCheck } from "../../dto";
import type { CheckIpRuleInput } from "../../input";
import { readIpRules } from "./current-ip-rules";
import { requireNetwork } from "./require-network";
import { isHeldBack } from "./require-no-lock-out";

/** What a rule would do: whether it shuts the actor out, and how many other people use the product from there. */
export async function checkIpRule(ctx: ActorContext, input: CheckIpRuleInput): Promise<IpRuleCheck> {
  const network = requireNetwork(input.network);
  const rules = (await readIpRules(database().db)).filter((rule) => rule.network !== network);
  const added = { id: "new", network, kind: input.kind, expiresAt: null };
  const [row] = await database()
    .db.select({ people: countDistinct(sessions.userId) })
    .from(sessions)
    .where(
      and(
        withinNetwork(sessions.ip, network),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
        ne(sessions.userId, ctx.actor.id),
      ),
    );
  return {
    network,
    ownAddress: ctx.ip,
    locksOut: ctx.ip !== null && isHeldBack([...rules, added], ctx.ip),
    peopleAffected: row?.people ?? 0,
  };
}
