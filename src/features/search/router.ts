import { limited } from "@/features/security/server/limited";
import { router, signedInProcedure } from "@/server/trpc/init";
import { findJumpTargetsInput, searchMessagesInput } from "./input";
import { findJumpTargets } from "./server/find-jump-targets";
import { searchMessages } from "./server/search-messages";

export const searchRouter = router({
  messages: signedInProcedure
    .use(limited("search"))
    .input(searchMessagesInput)
    .query(({ ctx, input }) => searchMessages(ctx, input)),
  jumpTargets: signedInProcedure
    .use(limited("search"))
    .input(findJumpTargetsInput)
    .query(({ ctx, input }) => findJumpTargets(ctx, input)),
});
