import { router, signedInProcedure } from "@/server/trpc/init";
import { listSavedIdsInput, listSavedInput, messageInput } from "../input";
import { listSaved } from "./server/list-saved";
import { listSavedIds } from "./server/list-saved-ids";
import { saveMessage } from "./server/save-message";
import { unsaveMessage } from "./server/unsave-message";

export const savedRouter = router({
  list: signedInProcedure.input(listSavedInput).query(({ ctx, input }) => listSaved(ctx, input)),
  ids: signedInProcedure.input(listSavedIdsInput).query(({ ctx, input }) => listSavedIds(ctx, input)),
  add: signedInProcedure.input(messageInput).mutation(({ ctx, input }) => saveMessage(ctx, input)),
  remove: signedInProcedure.input(messageInput).mutation(({ ctx, input }) => unsaveMessage(ctx, input)),
});
