import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { database } from "@/server/db/client";
import { auditLinks } from "@/server/db/schema/audit-chain";
import { auditEntries } from "@/server/db/schema/audit-entries";
import type { AuditEntryDetail } from "../dto";
import { entryColumns, toEntries } from "./list-entries";

/** One entry with everything that it holds. Throws NOT_FOUND. */
export async function getEntry(id: number): Promise<AuditEntryDetail> {
  const [row] = await database()
    .db.select({
      ...entryColumns,
      sessionId: auditEntries.sessionId,
      userAgent: auditEntries.userAgent,
      requestId: auditEntries.requestId,
      before: auditEntries.before,
      after: auditEntries.after,
      position: auditLinks.position,
      hash: auditLinks.hash,
    })
    .from(auditEntries)
    .leftJoin(auditLinks, eq(auditLinks.entryId, auditEntries.id))
    .where(eq(auditEntries.id, id));
  const [entry] = row ? await toEntries([row]) : [];
  if (!row || !entry) throw new AppError("NOT_FOUND");
  const { sessionId, userAgent, requestId, before, after, position, hash } = row;
  return {
    ...entry,
    ...{ sessionId, userAgent, requestId, before, after },
    link: position && hash ? { position, hash: Buffer.from(hash).toString("hex") } : null,
  };
}
