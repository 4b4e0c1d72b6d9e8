import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { at, bytea } from "./columns";

/** Entries that no link holds yet; a trigger puts every new one here. */
export const auditUnsealed = pgTable("audit_unsealed", {
  entryId: bigint("entry_id", { mode: "number" }).primaryKey(),
});

/** The hash chain over the audit entries: one link an entry, in the order of sealing. Append-only. */
export const auditLinks = pgTable("audit_links", {
  /** 1, 2, 3 … without holes */
  position: bigint("position", { mode: "number" }).primaryKey(),
  entryId: bigint("entry_id", { mode: "number" }).notNull().unique(),
  /** SHA-256 of the entry */
  digest: bytea("digest").notNull(),
  /** SHA-256 of the hash before this one and the digest */
  hash: bytea("hash").notNull(),
});

/** What the instance's key vouches for: one signature a batch, over the chain up to a position. Append-only. */
export const auditSeals = pgTable("audit_seals", {
  position: bigint("position", { mode: "number" }).primaryKey(),
  sealedAt: at("sealed_at").notNull().defaultNow(),
  hash: bytea("hash").notNull(),
  keyId: text("key_id").notNull(),
  signature: bytea("signature").notNull(),
});

/** Where the chain begins after the retention has taken what was before. Append-only. */
export const auditAnchors = pgTable("audit_anchors", {
  /** of the last entry that was removed */
  position: bigint("position", { mode: "number" }).primaryKey(),
  removedAt: at("removed_at").notNull().defaultNow(),
  /** the chain's hash at that position */
  hash: bytea("hash").notNull(),
  keyId: text("key_id").notNull(),
  signature: bytea("signature").notNull(),
});
