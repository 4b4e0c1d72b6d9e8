import { limited } from "@/features/security/server/limited";
import { enrollingProcedure, router, signedInProcedure } from "@/server/trpc/init";
import { changePasswordInput, endSessionInput, endSessionsInput } from "./input";
import { changePassword } from "./server/change-password";
import { endOwnSession, endOwnSessions } from "./server/end-own-sessions";
import { listOwnSessions } from "./server/list-own-sessions";
import { listOwnSignInAttempts } from "./server/list-own-sign-in-attempts";
import { sendMailedCode } from "./server/mailed-code";
import { proofKindOf } from "./server/proof-kind";

export const sessionsRouter = router({
  proof: enrollingProcedure.query(async ({ ctx }) => ({ kind: await proofKindOf(ctx) })),
  mailCode: enrollingProcedure.use(limited("accountMail")).mutation(({ ctx }) => sendMailedCode(ctx)),
  list: signedInProcedure.query(({ ctx }) => listOwnSessions(ctx)),
  attempts: signedInProcedure.query(({ ctx }) => listOwnSignInAttempts(ctx)),
  end: signedInProcedure.input(endSessionInput).mutation(({ ctx, input }) => endOwnSession(ctx, input)),
  endAll: signedInProcedure.input(endSessionsInput).mutation(({ ctx, input }) => endOwnSessions(ctx, input)),
  changePassword: signedInProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
});
