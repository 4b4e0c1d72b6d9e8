import { permittedProcedure, router } from "@/server/trpc/init";
import { countAudienceInput, listBroadcastsInput, sendBroadcastInput } from "./input";
import { countAudience } from "./server/audience";
import { listBroadcasts } from "./server/list-broadcasts";
import { sendBroadcast } from "./server/send-broadcast";

export const adminBroadcastsRouter = router({
  list: permittedProcedure("broadcasts.send")
    .input(listBroadcastsInput)
    .query(({ input }) => listBroadcasts(input)),
  audience: permittedProcedure("broadcasts.send")
    .input(countAudienceInput)
    .query(({ input }) => countAudience(input)),
  send: permittedProcedure("broadcasts.send")
    .input(sendBroadcastInput)
    .mutation(({ ctx, input }) => sendBroadcast(ctx, input)),
});
