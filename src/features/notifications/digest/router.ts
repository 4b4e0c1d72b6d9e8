import { limited } from "@/features/security/server/limited";
import { publicProcedure, router } from "@/server/trpc/init";
import { endDigestsInput } from "./input";
import { endDigests } from "./server/end-digests";

export const digestRouter = router({
  end: publicProcedure
    .use(limited("accountLink"))
    .input(endDigestsInput)
    .mutation(({ input }) => endDigests(input)),
});
