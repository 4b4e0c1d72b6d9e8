import { router, signedInProcedure } from "@/server/trpc/init";
import { changePasswordInput, endSessionInput, endSessionsInput } from "./input";
import { changePassword } from "./server/change-password";
import { endOwnSession, endOwnSessions } from "./server/end-own-sessions";
import { listOwnSessions } from "./server/list-own-sessions";
import { listOwnSignInAttempts } from "./server/list-own-sign-in-attempts";

export const sessionsRouter = router({
  list: signedInProcedure.query(({ ctx }) => listOwnSessions(ctx)),
  attempts: signedInProcedure.query(({ ctx }) => listOwnSignInAttempts(ctx)),
  end: signedInProcedure.input(endSessionInput).mutation(({ ctx, input }) => endOwnSession(ctx, input)),
  endAll: signedInProcedure.input(endSessionsInput).mutation(({ ctx, input }) => endOwnSessions(ctx, input)),
  changePassword: signedInProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
});
