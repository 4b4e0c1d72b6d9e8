import { router, signedInProcedure } from "@/server/trpc/init";
import { listPresencesInput, setStatusInput } from "./input";
import { listPresences } from "./server/list-presences";
import { presenceTracker } from "./server/presence-tracker";
import { setStatus } from "./server/set-status";

export const presenceRouter = router({
  list: signedInProcedure.input(listPresencesInput).query(({ input }) => listPresences(input.userIds)),
  /** The person uses one of their devices; clients say so at most once a minute. */
  touch: signedInProcedure.mutation(({ ctx }) => presenceTracker().touch(ctx.actor.id)),
  setStatus: signedInProcedure.input(setStatusInput).mutation(({ ctx, input }) => setStatus(ctx, input)),
});
