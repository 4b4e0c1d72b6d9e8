import { permittedProcedure, router } from "@/server/trpc/init";
import {
  cancelBroadcastInput,
  countAudienceInput,
  listBroadcastsInput,
  scheduleBroadcastInput,
  sendBroadcastInput,
} from "./input";
import { countAudience } from "./server/audience";
import { cancelBroadcast } from "./server/cancel-broadcast";
import { listBroadcasts } from "./server/list-broadcasts";
import { listScheduledBroadcasts } from "./server/list-scheduled-broadcasts";
import { scheduleBroadcast } from "./server/schedule-broadcast";
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
  scheduled: permittedProcedure("broadcasts.send").query(() => listScheduledBroadcasts()),
  schedule: permittedProcedure("broadcasts.send")
    .input(scheduleBroadcastInput)
    .mutation(({ ctx, input }) => scheduleBroadcast(ctx, input)),
  cancel: permittedProcedure("broadcasts.send")
    .input(cancelBroadcastInput)
    .mutation(({ ctx, input }) => cancelBroadcast(ctx, input)),
});
