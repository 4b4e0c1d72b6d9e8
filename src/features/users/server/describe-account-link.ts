import { eq } from "drizzle-orm";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { UserSummary } from "../dto";
import { requireAccountLink, setUpPurposes } from "./account-links";
import { userSummaryColumns } from "./to-dto";

export type AccountLinkDescription = {
  purpose: "first_admin" | "invitation";
  /** the imported person whose account it is */
  user: UserSummary | null;
  /** the address that was invited */
  email: string | null;
};

/** What the page behind a one-time link shows. Throws LINK_INVALID. */
export async function describeAccountLink(input: { token: string }): Promise<AccountLinkDescription> {
  const { db } = database();
  const link = await requireAccountLink(db, input.token, setUpPurposes);
  const purpose = link.purpose === "first_admin" ? link.purpose : "invitation";
  const { email } = link;
  if (!link.userId) return { purpose, user: null, email };
  const [user] = await db.select(userSummaryColumns).from(users).where(eq(users.id, link.userId));
  return { purpose, user: user ?? null, email };
}
