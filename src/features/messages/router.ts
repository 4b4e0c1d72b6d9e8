import { limited } from "@/features/security/server/limited";
import { router, signedInProcedure } from "@/server/trpc/init";
import { draftsRouter } from "./drafts/router";
import {
  catchUpInput,
  deleteMessageInput,
  editMessageInput,
  findDayInput,
  forwardMessageInput,
  listMessagesInput,
  listRevisionsInput,
  messageInput,
  sendMessageInput,
} from "./input";
import { mentionsRouter } from "./mentions/router";
import { pinsRouter } from "./pins/router";
import { reactionsRouter } from "./reactions/router";
import { savedRouter } from "./saved/router";
import { scheduledRouter } from "./scheduled/router";
import { catchUp } from "./server/catch-up";
import { deleteMessage } from "./server/delete-message";
import { editMessage } from "./server/edit-message";
import { findDay } from "./server/find-day";
import { forwardMessage } from "./server/forward-message";
import { listMessages } from "./server/list-messages";
import { listRevisions } from "./server/list-revisions";
import { sendMessage } from "./server/send-message";
import { undeleteMessage } from "./server/undelete-message";
import { threadsRouter } from "./threads/router";

export const messagesRouter = router({
  list: signedInProcedure.input(listMessagesInput).query(({ ctx, input }) => listMessages(ctx, input)),
  findDay: signedInProcedure.input(findDayInput).query(({ ctx, input }) => findDay(ctx, input)),
  send: signedInProcedure
    .use(limited("sending"))
    .input(sendMessageInput)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),
  catchUp: signedInProcedure.input(catchUpInput).query(({ ctx, input }) => catchUp(ctx, input)),
  edit: signedInProcedure
    .use(limited("sending"))
    .input(editMessageInput)
    .mutation(({ ctx, input }) => editMessage(ctx, input)),
  revisions: signedInProcedure.input(listRevisionsInput).query(({ ctx, input }) => listRevisions(ctx, input)),
  delete: signedInProcedure.input(deleteMessageInput).mutation(({ ctx, input }) => deleteMessage(ctx, input)),
  undelete: signedInProcedure.input(messageInput).mutation(({ ctx, input }) => undeleteMessage(ctx, input)),
  forward: signedInProcedure
    .use(limited("sending"))
    .input(forwardMessageInput)
    .mutation(({ ctx, input }) => forwardMessage(ctx, input)),
  reactions: reactionsRouter,
  mentions: mentionsRouter,
  pins: pinsRouter,
  saved: savedRouter,
  threads: threadsRouter,
  drafts: draftsRouter,
  scheduled: scheduledRouter,
});
