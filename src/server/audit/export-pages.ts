import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { ExportFormat, ExportRow } from "@/server/http/stream-rows";
import type { AuditAction } from "./audit-actions";

/** How many rows are read at once. */
export const exportedPage = 1_000;

/**
 * A list as it is shown, in its order, page by page, as far as it goes. That somebody took it along stands in the audit
 * log before the first row is read.
 * @param entry what the audit log says: which list, and of it what
 * @param readPage one page of the list, `exportedPage` rows long, and where the next one begins
 */
export async function* exportPages<Cursor>(
  ctx: ActorContext,
  { action, list, ...after }: { action: AuditAction; list: string; format: ExportFormat; filter: object },
  readPage: (cursor: Cursor | null) => Promise<{ rows: ExportRow[]; nextCursor: Cursor | null }>,
): AsyncGenerator<ExportRow[], void> {
  await transaction(ctx, async (tx) => tx.audit({ action, target: { type: "transfer", id: list }, after }));
  let cursor: Cursor | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(cursor);
    yield page.rows;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
