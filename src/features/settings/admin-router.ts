import { adminProcedure, router } from "@/server/trpc/init";
import { updateSettingsInput } from "./input";
import { getSettings } from "./server/get-settings";
import { updateSettings } from "./server/update-settings";

export const adminSettingsRouter = router({
  get: adminProcedure.query(() => getSettings()),
  update: adminProcedure.input(updateSettingsInput).mutation(({ ctx, input }) => updateSettings(ctx, input)),
});
