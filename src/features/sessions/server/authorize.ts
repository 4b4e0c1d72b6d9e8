import type { z } from "zod";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { log } from "@/server/log/log";
import type { StartedSession } from "./start-session";

/**
 * Runs one way of signing in for next-auth, which wants a user or an Error with a word.
 * @param onRefusal told why somebody was not let in: next-auth itself hands on no more than that word
 */
export async function authorize<Schema extends z.ZodType>(
  ctx: Context,
  schema: Schema,
  values: unknown,
  signIn: (input: z.output<Schema>) => Promise<StartedSession | null>,
  onRefusal: (refusal: AppError) => void,
): Promise<{ id: string; sessionId: string } | null> {
  const input = schema.safeParse(values);
  if (!input.success) throw new Error("INVALID_CREDENTIALS");
  try {
    const started = await signIn(input.data);
    return started && { id: started.userId, sessionId: started.sessionId };
  } catch (error) {
    if (error instanceof AppError) {
      onRefusal(error);
      throw new Error(error.code);
    }
    log().error({ err: error, requestId: ctx.requestId }, "sign-in failed");
    throw new Error("INTERNAL");
  }
}
