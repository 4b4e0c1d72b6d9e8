import { router, signedInProcedure } from "@/server/trpc/init";
import { listPinsInput, messageInput } from "../input";
import { listPins } from "./server/list-pins";
import { pinMessage } from "./server/pin-message";
import { unpinMessage } from "./server/unpin-message";

export const pinsRouter = router({
  list: signedInProcedure.input(listPinsInput).query(({ ctx, input }) => listPins(ctx, input)),
  add: signedInProcedure.input(messageInput).mutation(({ ctx, input }) => pinMessage(ctx, input)),
  remove: signedInProcedure.input(messageInput).mutation(({ ctx, input }) => unpinMessage(ctx, input)),
});
