import postgres from "postgres";

/** The name of the constraint that a failed statement violated, or null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  const cause = error instanceof Error && !(error instanceof postgres.PostgresError) ? error.cause : error;
  return cause instanceof postgres.PostgresError ? (cause.constraint_name ?? null) : null;
}

/** Whether the database itself refused a statement, and not the way to it. */
export function isRefusedByDatabase(error: unknown): boolean {
  return error instanceof postgres.PostgresError;
}
