import { customType, timestamp } from "drizzle-orm/pg-core";

/** Case-insensitive text (PostgreSQL's `citext`). */
export const citext = customType<{ data: string }>({ dataType: () => "citext" });

/** An IP address or network (PostgreSQL's `inet`). */
export const inet = customType<{ data: string }>({ dataType: () => "inet" });

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** A point in time with the precision that JavaScript has: milliseconds. */
export const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A text search vector. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
