import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "@/lib/permissions";
import { AppError } from "@/server/app-error";
import type { ActorContext, Context } from "@/server/context";
import { database } from "@/server/db/client";
import { auditExports } from "@/server/db/schema/audit-exports";
import type { AuditFilter } from "../input";
import { exportLines } from "./export-lines";
import { finishExport } from "./finish-export";

export type OpenedExport = { fileName: string; type: string; content: AsyncGenerator<Uint8Array> };

const types = { ndjson: "application/x-ndjson; charset=utf-8", csv: "text/csv; charset=utf-8" };

/**
 * Opens the file of an export that the actor has started, once; it is read from the database while it is sent, and
 * its manifest is signed when the end has been sent. Throws NOT_FOUND, or ALREADY_DONE for a second download.
 */
export async function openExport(ctx: Context, id: string): Promise<OpenedExport> {
  const actorContext = requireAuditor(ctx);
  if (!z.uuid().safeParse(id).success) throw new AppError("NOT_FOUND");
  const mine = and(eq(auditExports.id, id), eq(auditExports.createdBy, actorContext.actor.id));
  const [opened] = await database()
    .db.update(auditExports)
    .set({ startedAt: sql`now()` })
    .where(and(mine, isNull(auditExports.startedAt)))
    .returning();
  if (!opened)
    throw new AppError((await database().db.$count(auditExports, mine)) > 0 ? "ALREADY_DONE" : "NOT_FOUND");
  const fileName = exportFileName(opened);
  return { fileName, type: types[opened.format], content: send(actorContext, opened, fileName) };
}

type Export = typeof auditExports.$inferSelect;

async function* send(ctx: ActorContext, opened: Export, fileName: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let bytes = 0;
  let entries = 0;
  for await (const part of exportLines(opened.filter as AuditFilter, opened.format)) {
    const chunk = Buffer.from(part.text);
    hash.update(chunk);
    bytes += chunk.length;
    entries += part.entries;
    yield chunk;
  }
  await finishExport(ctx, opened, { file: fileName, sha256: hash.digest("hex"), bytes, entries });
}

function exportFileName({ id, format, createdAt }: Pick<Export, "id" | "format" | "createdAt">): string {
  return `audit-${createdAt.toISOString().slice(0, 10)}-${id.slice(0, 8)}.${format}`;
}

/** Whoever may view the audit log. Throws UNAUTHENTICATED or FORBIDDEN. */
export function requireAuditor(ctx: Context): ActorContext {
  if (!ctx.actor) throw new AppError("UNAUTHENTICATED");
  if (!can(ctx.actor, "audit.view")) throw new AppError("FORBIDDEN");
  return { ...ctx, actor: ctx.actor };
}
