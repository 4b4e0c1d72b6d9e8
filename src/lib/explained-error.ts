/** A refusal that its message explains in full to whoever runs the program: printed without a stack. */
export class ExplainedError extends Error {
  override name = "ExplainedError";
}
