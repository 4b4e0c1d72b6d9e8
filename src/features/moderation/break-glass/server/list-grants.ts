import { and, desc, eq, gt, lte, or, type SQL, sql } from "drizzle-orm";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import type { GlassStatus, GrantPage } from "../dto";
import type { ListGrantsInput } from "../input";
import { selectGrants, toGrant } from "./grant-columns";

/** Who asked to read which conversation, and what came of it: latest first, one keyset page. */
export async function listGrants(input: ListGrantsInput): Promise<GrantPage> {
  const { limit } = input;
  const rows = await listGrantsQuery(input);
  const grants = rows.slice(0, limit).map(toGrant);
  const last = grants.at(-1);
  return {
    grants,
    nextCursor: rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null,
  };
}

const { status: column, expiresAt, createdAt, id } = breakGlassGrants;
const running = and(eq(column, "active"), gt(expiresAt, sql`now()`));
const runOut = and(eq(column, "active"), lte(expiresAt, sql`now()`));
const conditions: Record<GlassStatus, SQL | undefined> = {
  requested: eq(column, "requested"),
  active: running,
  refused: eq(column, "refused"),
  ended: or(eq(column, "ended"), runOut),
};

/** The statement of `listGrants`: one row more than the page holds, if there are more. */
export function listGrantsQuery({ conversationId, status, cursor, limit }: ListGrantsInput) {
  return selectGrants()
    .where(
      and(
        conversationId ? eq(breakGlassGrants.conversationId, conversationId) : undefined,
        status && conditions[status],
        cursor
          ? sql`(${createdAt}, ${id}) < (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1);
}
