import { router, signedInProcedure } from "@/server/trpc/init";
import { listDraftsInput, saveDraftInput } from "./input";
import { listDrafts } from "./server/list-drafts";
import { saveDraft } from "./server/save-draft";

export const draftsRouter = router({
  list: signedInProcedure.input(listDraftsInput).query(({ ctx, input }) => listDrafts(ctx, input)),
  save: signedInProcedure.input(saveDraftInput).mutation(({ ctx, input }) => saveDraft(ctx, input)),
});
