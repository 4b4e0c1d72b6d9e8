import { router, signedInProcedure } from "@/server/trpc/init";
import { listRepliesInput, listThreadsInput, markThreadReadInput, threadInput } from "./input";
import { countUnreadThreads } from "./server/count-unread-threads";
import { followThread, unfollowThread } from "./server/follow-thread";
import { listReplies } from "./server/list-replies";
import { listThreads } from "./server/list-threads";
import { markThreadRead } from "./server/mark-thread-read";
import { requireThread } from "./server/require-thread";

export const threadsRouter = router({
  get: signedInProcedure.input(threadInput).query(({ ctx, input }) => requireThread(ctx, input)),
  replies: signedInProcedure.input(listRepliesInput).query(({ ctx, input }) => listReplies(ctx, input)),
  list: signedInProcedure.input(listThreadsInput).query(({ ctx, input }) => listThreads(ctx, input)),
  countUnread: signedInProcedure.query(({ ctx }) => countUnreadThreads(ctx)),
  markRead: signedInProcedure
    .input(markThreadReadInput)
    .mutation(({ ctx, input }) => markThreadRead(ctx, input)),
  follow: signedInProcedure.input(threadInput).mutation(({ ctx, input }) => followThread(ctx, input)),
  unfollow: signedInProcedure.input(threadInput).mutation(({ ctx, input }) => unfollowThread(ctx, input)),
});
