import { permittedProcedure, router } from "@/server/trpc/init";
import {
  attemptTimelineInput,
  listAttemptsInput,
  listLiveSessionsInput,
  liveSessionFilter,
  revokeSessionInput,
  revokeSessionsInput,
} from "./input";
import { attemptTimeline } from "./server/console/attempt-timeline";
import { countLiveSessions } from "./server/console/count-live-sessions";
import { listAttempts } from "./server/console/list-attempts";
import { listLiveSessions } from "./server/console/list-live-sessions";
import { revokeManySessions } from "./server/console/revoke-many-sessions";
import { revokeSession } from "./server/console/revoke-session";

export const adminSessionsRouter = router({
  list: permittedProcedure("security.view")
    .input(listLiveSessionsInput)
    .query(({ ctx, input }) => listLiveSessions(ctx, input)),
  countMatching: permittedProcedure("security.view")
    .input(liveSessionFilter)
    .query(({ input }) => countLiveSessions(input)),
  revokeMany: permittedProcedure("security.manage")
    .input(revokeSessionsInput)
    .mutation(({ ctx, input }) => revokeManySessions(ctx, input)),
  revoke: permittedProcedure("security.manage")
    .input(revokeSessionInput)
    .mutation(({ ctx, input }) => revokeSession(ctx, input)),
  attempts: permittedProcedure("security.view")
    .input(listAttemptsInput)
    .query(({ input }) => listAttempts(input)),
  timeline: permittedProcedure("security.view")
    .input(attemptTimelineInput)
    .query(({ input }) => attemptTimeline(input)),
});
