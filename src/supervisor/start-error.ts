/** A refusal to start that its message explains in full: printed as one sentence, without a stack. */
export class StartError extends Error {
  override name = "StartError";
}
