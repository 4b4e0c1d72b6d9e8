import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";

/** Exports of the audit log; `manifest` is there once the file was sent to its end. */
export const auditExports = pgTable(
  "audit_exports",
  {
    id: uuid("id").primaryKey(),
    createdAt: at("created_at").notNull().defaultNow(),
    createdBy: uuid("created_by").notNull(),
    format: text("format", { enum: ["ndjson", "csv"] }).notNull(),
    filter: jsonb("filter").notNull(),
    /** when the download began: there is one for each export */
    startedAt: at("started_at"),
    finishedAt: at("finished_at"),
    manifest: text("manifest"),
  },
  (t) => [index("audit_exports_created_idx").on(t.createdAt)],
);
