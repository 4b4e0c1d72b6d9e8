import { eq } from "drizzle-orm";
import { needsSecondFactor } from "@/features/settings/second-factor-demand";
import { getSettings } from "@/features/settings/server/get-settings";
import type { Actor } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";

/** Whether the instance demands a second factor of the person's role, or an administrator of the person. */
export async function mustHaveSecondFactor(
  db: Queryable,
  { id, role }: Pick<Actor, "id" | "role">,
): Promise<boolean> {
  if (needsSecondFactor(role, await getSettings())) return true;
  const [user] = await db
    .select({ required: users.secondFactorRequired })
    .from(users)
    .where(eq(users.id, id));
  return user?.required ?? false;
}
