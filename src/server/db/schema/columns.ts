import { customType, timestamp } from "drizzle-orm/pg-core";

/** Case-insensitive text (PostgreSQL's `citext`). */
export const citext = customType<{ data: string }>({ dataType: () => "citext" });

/** An IP address or network (PostgreSQL's `inet`). */
export const inet = customType<{ data: string }>({ dataType: () => "inet" });

/** An IP network (PostgreSQL's `cidr`): no bit is set beyond its length. */
export const cidr = customType<{ data: string }>({ dataType: () => "cidr" });

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** A point in time with the precision that JavaScript has: milliseconds. */
export const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A text search vector. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
