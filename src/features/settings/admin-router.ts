import { permittedProcedure, router } from "@/server/trpc/init";
import { updateSettingsInput } from "./input";
import { removeLogo } from "./logo/server/change-logo";
import { getSettings } from "./server/get-settings";
import { updateSettings } from "./server/update-settings";

export const adminSettingsRouter = router({
  get: permittedProcedure("settings.manage").query(() => getSettings()),
  update: permittedProcedure("settings.manage")
    .input(updateSettingsInput)
    .mutation(({ ctx, input }) => updateSettings(ctx, input)),
  removeLogo: permittedProcedure("settings.manage").mutation(({ ctx }) => removeLogo(ctx)),
});
