import { inArray } from "drizzle-orm";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { UserSummary } from "../dto";
import { userSummaryColumns } from "./to-dto";

/** What these people are called now; of ids that are nobody's there is no word. */
export async function listPeople(ids: string[]): Promise<UserSummary[]> {
  if (ids.length === 0) return [];
  return database().db.select(userSummaryColumns).from(users).where(inArray(users.id, ids));
}
