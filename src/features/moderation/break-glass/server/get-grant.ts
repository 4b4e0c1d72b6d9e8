import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import type { Grant } from "../dto";
import { selectGrants, toGrant } from "./grant-columns";

/** A request to read a conversation, and what came of it. Throws NOT_FOUND. */
export async function getGrant({ grantId }: { grantId: string }): Promise<Grant> {
  const [row] = await selectGrants().where(eq(breakGlassGrants.id, grantId));
  if (!row) throw new AppError("NOT_FOUND");
  return toGrant(row);
}
