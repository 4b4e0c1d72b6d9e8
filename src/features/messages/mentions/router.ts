import { router, signedInProcedure } from "@/server/trpc/init";
import { mentionCandidatesInput } from "./input";
import { listMentionCandidates } from "./server/list-mention-candidates";

export const mentionsRouter = router({
  candidates: signedInProcedure
    .input(mentionCandidatesInput)
    .query(({ ctx, input }) => listMentionCandidates(ctx, input)),
});
