import { router, signedInProcedure } from "@/server/trpc/init";
import { listPresencesInput, setStatusInput, sharePresenceInput } from "./input";
import { listPresences } from "./server/list-presences";
import { presenceTracker } from "./server/presence-tracker";
import { setStatus } from "./server/set-status";
import { sharePresence } from "./server/share-presence";

export const presenceRouter = router({
  list: signedInProcedure
    .input(listPresencesInput)
    .query(({ ctx, input }) => listPresences(ctx, input.userIds)),
  /** The person uses one of their devices; clients say so at most once a minute. */
  touch: signedInProcedure.mutation(({ ctx }) => presenceTracker().touch(ctx.actor.id)),
  setStatus: signedInProcedure.input(setStatusInput).mutation(({ ctx, input }) => setStatus(ctx, input)),
  share: signedInProcedure.input(sharePresenceInput).mutation(({ ctx, input }) => sharePresence(ctx, input)),
});
