import { count, eq } from "drizzle-orm";
import { getSettings } from "@/features/settings/server/get-settings";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import type { LiveSessionFilter } from "../../input";
import { matchLiveSessions } from "./match-live-sessions";

/** How many sessions a filter of the console matches. */
export async function countLiveSessions(filter: LiveSessionFilter): Promise<number> {
  const [row] = await database()
    .db.select({ count: count() })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(matchLiveSessions(filter, await getSettings()));
  return row?.count ?? 0;
}
