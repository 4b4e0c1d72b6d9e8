import { limited } from "@/features/security/server/limited";
import { router, signedInProcedure } from "@/server/trpc/init";
import { listReactorsInput, reactionInput } from "./input";
import { addReaction } from "./server/add-reaction";
import { listReactors } from "./server/list-reactors";
import { removeReaction } from "./server/remove-reaction";

export const reactionsRouter = router({
  add: signedInProcedure
    .use(limited("sending"))
    .input(reactionInput)
    .mutation(({ ctx, input }) => addReaction(ctx, input)),
  remove: signedInProcedure.input(reactionInput).mutation(({ ctx, input }) => removeReaction(ctx, input)),
  list: signedInProcedure.input(listReactorsInput).query(({ ctx, input }) => listReactors(ctx, input)),
});
