import { permittedProcedure, router } from "@/server/trpc/init";
import { resetFactorsInput } from "./input";
import { resetFactors } from "./server/reset-factors";

export const adminFactorsRouter = router({
  reset: permittedProcedure("people.reset-factors")
    .input(resetFactorsInput)
    .mutation(({ ctx, input }) => resetFactors(ctx, input)),
});
