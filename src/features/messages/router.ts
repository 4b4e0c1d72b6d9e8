import { limited } from "@/features/security/server/limited";
import { router, signedInProcedure } from "@/server/trpc/init";
import { catchUpInput, listMessagesInput, sendMessageInput } from "./input";
import { catchUp } from "./server/catch-up";
import { listMessages } from "./server/list-messages";
import { sendMessage } from "./server/send-message";

export const messagesRouter = router({
  list: signedInProcedure.input(listMessagesInput).query(({ ctx, input }) => listMessages(ctx, input)),
  send: signedInProcedure
    .use(limited("sending"))
    .input(sendMessageInput)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),
  catchUp: signedInProcedure.input(catchUpInput).query(({ ctx, input }) => catchUp(ctx, input)),
});
