import { enrollingProcedure, router, signedInProcedure } from "@/server/trpc/init";
import { confirmTotpInput, passwordInput } from "./input";
import { beginTotp } from "./server/begin-totp";
import { confirmTotp } from "./server/confirm-totp";
import { getFactorStatus } from "./server/get-factor-status";
import { removeTotp } from "./server/remove-totp";
import { renewRecoveryCodes } from "./server/renew-recovery-codes";

export const factorsRouter = router({
  status: enrollingProcedure.query(({ ctx }) => getFactorStatus(ctx)),
  beginTotp: enrollingProcedure.input(passwordInput).mutation(({ ctx, input }) => beginTotp(ctx, input)),
  confirmTotp: enrollingProcedure
    .input(confirmTotpInput)
    .mutation(({ ctx, input }) => confirmTotp(ctx, input)),
  removeTotp: signedInProcedure.input(passwordInput).mutation(({ ctx, input }) => removeTotp(ctx, input)),
  renewRecoveryCodes: signedInProcedure
    .input(passwordInput)
    .mutation(({ ctx, input }) => renewRecoveryCodes(ctx, input)),
});
