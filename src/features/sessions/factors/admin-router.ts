import { permittedProcedure, router } from "@/server/trpc/init";
import { factorsOfInput, resetFactorsInput } from "./input";
import { getFactorsOf } from "./server/get-factor-status";
import { resetFactors } from "./server/reset-factors";

export const adminFactorsRouter = router({
  of: permittedProcedure("people.reset-factors")
    .input(factorsOfInput)
    .query(({ input }) => getFactorsOf(input)),
  reset: permittedProcedure("people.reset-factors")
    .input(resetFactorsInput)
    .mutation(({ ctx, input }) => resetFactors(ctx, input)),
});
