import { inArray, sql } from "drizzle-orm";
import type { Job } from "@/features/jobs/dto";
import { startJob } from "@/features/jobs/server/start-job";
import { matchUsers } from "@/features/users/server/match-users";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import type { WorkOnPeopleInput } from "../input";

/** Begins to do something with many people: with whom is settled now. Throws JOB_EMPTY. */
export function workOnPeople(
  ctx: ActorContext,
  { action, selected, ...input }: WorkOnPeopleInput,
): Promise<Job> {
  const condition =
    selected.kind === "these" ? inArray(users.id, selected.ids) : (matchUsers(selected.filter) ?? sql`true`);
  const items = sql`
    select (row_number() over (order by ${users.createdAt}, ${users.id}))::int, ${users.id}, ${users.displayName},
      null::jsonb, null::jsonb
    from ${users} where ${condition}`;
  return startJob(ctx, { kind: `people.${action}`, input, items });
}
