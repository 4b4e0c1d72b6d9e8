import { eq } from "drizzle-orm";
import { database } from "@/server/db/client";
import { messageFilters } from "@/server/db/schema/message-filters";
import { processSingleton } from "@/server/process-singleton";
import { type CompiledFilters, compileFilters } from "../compile-filters";

/** Other processes see a change after at most this long. */
const cacheMs = 2_000;
const cache = () =>
  processSingleton("message-filters", () => ({
    compiled: null as CompiledFilters | null,
    readAt: Number.NEGATIVE_INFINITY,
  }));

/** The enabled rules as one function, kept for two seconds: a send asks no more of the database because of them. */
export async function getFilters(): Promise<CompiledFilters> {
  const held = cache();
  if (held.compiled && performance.now() - held.readAt < cacheMs) return held.compiled;
  const rules = await database()
    .db.select({ kind: messageFilters.kind, text: messageFilters.text, action: messageFilters.action })
    .from(messageFilters)
    .where(eq(messageFilters.enabled, true));
  held.compiled = compileFilters(rules);
  held.readAt = performance.now();
  return held.compiled;
}

/** Makes this process read the rules anew. */
export function forgetFilters() {
  cache().compiled = null;
}
