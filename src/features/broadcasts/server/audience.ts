import { and, eq, type SQL } from "drizzle-orm";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { Audience } from "../dto";
import type { CountAudienceInput } from "../input";

/** Everybody who may sign in at this moment, or those of them with one role. */
export const inAudience = (audience: Audience): SQL | undefined =>
  and(eq(users.status, "active"), audience === "everybody" ? undefined : eq(users.role, audience));

/** How many people a broadcast would reach now. */
export function countAudience({ audience }: CountAudienceInput): Promise<number> {
  return database().db.$count(users, inAudience(audience));
}
