import { router, signedInProcedure } from "@/server/trpc/init";
import { editScheduledInput, listScheduledInput, scheduledInput, scheduleMessageInput } from "./input";
import { cancelScheduled } from "./server/cancel-scheduled";
import { editScheduled } from "./server/edit-scheduled";
import { listScheduled } from "./server/list-scheduled";
import { scheduleMessage } from "./server/schedule-message";

export const scheduledRouter = router({
  list: signedInProcedure.input(listScheduledInput).query(({ ctx, input }) => listScheduled(ctx, input)),
  add: signedInProcedure
    .input(scheduleMessageInput)
    .mutation(({ ctx, input }) => scheduleMessage(ctx, input)),
  edit: signedInProcedure.input(editScheduledInput).mutation(({ ctx, input }) => editScheduled(ctx, input)),
  cancel: signedInProcedure.input(scheduledInput).mutation(({ ctx, input }) => cancelScheduled(ctx, input)),
});
