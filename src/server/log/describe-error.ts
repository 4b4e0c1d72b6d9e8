/** What the log says of an error: which kind, where, and why, but none of the values it was about. */
export type ErrorDescription = {
  type: string;
  message: string;
  code?: string;
  constraint?: string;
  stack: string[];
  cause?: ErrorDescription;
};

/**
 * Describes an error for the log. Errors of the database name the values of the failed statement (in their
 * message, parameters and details), and those are people's messages, addresses and hashes: only the
 * statement itself, with its placeholders, is kept.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: "thrown without an Error", stack: [] };
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  const query = (error as { query?: unknown }).query;
  const isStatement = typeof query === "string";
  return {
    type: error.name,
    message: isStatement ? `Failed query: ${query}` : firstLine(error.message),
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof constraint === "string" ? { constraint } : {}),
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}

const firstLine = (text: string) => text.split("\n", 1)[0] ?? "";
