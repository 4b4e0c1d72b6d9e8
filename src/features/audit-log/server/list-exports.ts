import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "@/server/app-error";
import { signingKey } from "@/server/audit/signing-key";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { auditExports } from "@/server/db/schema/audit-exports";
import type { AuditExport } from "../dto";
import { nameThings } from "./name-things";
import { requireAuditor } from "./open-export";

const shown = 10;

/** The latest exports, newest first. */
export async function listExports(): Promise<AuditExport[]> {
  const rows = await database()
    .db.select()
    .from(auditExports)
    .orderBy(desc(auditExports.createdAt))
    .limit(shown);
  const nameOf = await nameThings(rows.map(({ createdBy }) => ({ type: "user", id: createdBy })));
  return rows.map(({ id, createdAt, createdBy, format, filter, manifest, finishedAt }) => {
    const statement = manifest ? JSON.parse(manifest.split("\n")[0] ?? "") : null;
    return {
      id,
      createdAt: createdAt.toISOString(),
      createdBy: { id: createdBy, name: nameOf("user", createdBy) },
      format,
      filter: filter as Record<string, string>,
      finished:
        statement && finishedAt
          ? { at: finishedAt.toISOString(), entries: statement.entries, sha256: statement.sha256 }
          : null,
    };
  });
}

/** The signed manifest of an export and the name of its file. Throws NOT_FOUND while there is none. */
export async function getManifest(ctx: Context, id: string): Promise<{ manifest: string; fileName: string }> {
  requireAuditor(ctx);
  if (!z.uuid().safeParse(id).success) throw new AppError("NOT_FOUND");
  const [row] = await database()
    .db.select({ manifest: auditExports.manifest })
    .from(auditExports)
    .where(eq(auditExports.id, id));
  if (!row?.manifest) throw new AppError("NOT_FOUND");
  const { file } = JSON.parse(row.manifest.split("\n")[0] ?? "");
  return { manifest: row.manifest, fileName: `${file}.manifest` };
}

/** The public half of the key that signs manifests, in PEM. */
export function getPublicKey(ctx: Context): string {
  requireAuditor(ctx);
  return signingKey().publicPem;
}
