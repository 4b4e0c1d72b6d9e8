import type { passkeys } from "@/server/db/schema/factors";
import type { OwnPasskey } from "../dto";

export function toOwnPasskey(row: typeof passkeys.$inferSelect): OwnPasskey {
  const { id, name, backedUp, createdAt, lastUsedAt } = row;
  return {
    id,
    name,
    backedUp,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
