import { router, signedInProcedure } from "@/server/trpc/init";
import { deleteSavedViewInput, listSavedViewsInput, saveViewInput } from "./input";
import { deleteSavedView } from "./server/delete-saved-view";
import { listSavedViews } from "./server/list-saved-views";
import { saveView } from "./server/save-view";

/** Everybody's own. A view shows nothing by itself: the list that it narrows asks for its permission. */
export const savedViewsRouter = router({
  list: signedInProcedure.input(listSavedViewsInput).query(({ ctx, input }) => listSavedViews(ctx, input)),
  save: signedInProcedure.input(saveViewInput).mutation(({ ctx, input }) => saveView(ctx, input)),
  delete: signedInProcedure
    .input(deleteSavedViewInput)
    .mutation(({ ctx, input }) => deleteSavedView(ctx, input)),
});
