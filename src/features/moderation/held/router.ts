import { permittedProcedure, router } from "@/server/trpc/init";
import { heldInput, listHeldInput, rejectHeldInput } from "./input";
import { deliverHeld, rejectHeld } from "./server/decide-held";
import { listHeld } from "./server/list-held";

const handling = permittedProcedure("reports.handle");

export const heldRouter = router({
  list: handling.input(listHeldInput).query(({ input }) => listHeld(input)),
  deliver: handling.input(heldInput).mutation(({ ctx, input }) => deliverHeld(ctx, input)),
  reject: handling.input(rejectHeldInput).mutation(({ ctx, input }) => rejectHeld(ctx, input)),
});
