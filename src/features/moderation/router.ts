import { limited } from "@/features/security/server/limited";
import { router, signedInProcedure } from "@/server/trpc/init";
import { grantInput } from "./break-glass/input";
import { putGlassNoticeAway } from "./break-glass/server/put-glass-notice-away";
import { heldInput } from "./held/input";
import { putRejectedAway } from "./held/server/put-rejected-away";
import { withdrawHeld } from "./held/server/withdraw-held";
import { acknowledgeWarningInput, reportInput, reportMessageInput, reportPersonInput } from "./input";
import { acknowledgeWarning } from "./server/acknowledge-warning";
import { listNotices } from "./server/list-notices";
import { putResultAway } from "./server/put-result-away";
import { reportMessage } from "./server/report-message";
import { reportPerson } from "./server/report-person";

export const moderationRouter = router({
  reportMessage: signedInProcedure
    .use(limited("report"))
    .input(reportMessageInput)
    .mutation(({ ctx, input }) => reportMessage(ctx, input)),
  reportPerson: signedInProcedure
    .use(limited("report"))
    .input(reportPersonInput)
    .mutation(({ ctx, input }) => reportPerson(ctx, input)),
  notices: signedInProcedure.query(({ ctx }) => listNotices(ctx)),
  acknowledgeWarning: signedInProcedure
    .input(acknowledgeWarningInput)
    .mutation(({ ctx, input }) => acknowledgeWarning(ctx, input)),
  putRejectedAway: signedInProcedure
    .input(heldInput)
    .mutation(({ ctx, input }) => putRejectedAway(ctx, input)),
  withdrawHeld: signedInProcedure.input(heldInput).mutation(({ ctx, input }) => withdrawHeld(ctx, input)),
  putGlassNoticeAway: signedInProcedure
    .input(grantInput)
    .mutation(({ ctx, input }) => putGlassNoticeAway(ctx, input)),
  putResultAway: signedInProcedure.input(reportInput).mutation(({ ctx, input }) => putResultAway(ctx, input)),
});
