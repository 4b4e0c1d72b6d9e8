import { ExplainedError } from "@/lib/explained-error";

/** Codes of the driver and of PostgreSQL (class 57P: the server shuts down or cuts the connection off). */
const lost = /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONNRE(SET|FUSED)|EPIPE|57P0[1-5])$/;

/** What to tell somebody whose import lost the database in the middle; null for any other error. */
export function lostConnection(error: unknown): ExplainedError | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // 42P01: after an unnoticed reconnection the import's temporary tables are gone.
  if (!lost.test(code) && !(code === "42P01" && /import_(lines|ids)/.test(String(error)))) return null;
  return new ExplainedError(
    "The database went away in the middle of the import. Run the same command again: what was imported is recognised.",
  );
}
