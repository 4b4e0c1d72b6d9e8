import { eq } from "drizzle-orm";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { UserSummary } from "../dto";
import { requireAccountLink } from "./account-links";
import { userSummaryColumns } from "./to-dto";

export type AccountLinkDescription = { purpose: "first_admin" | "invitation"; user: UserSummary | null };

/** What the page behind a one-time link shows. Throws LINK_INVALID. */
export async function describeAccountLink(input: { token: string }): Promise<AccountLinkDescription> {
  const { db } = database();
  const link = await requireAccountLink(db, input.token);
  if (!link.userId) return { purpose: link.purpose, user: null };
  const [user] = await db.select(userSummaryColumns).from(users).where(eq(users.id, link.userId));
  return { purpose: link.purpose, user: user ?? null };
}
