import { permittedProcedure, router } from "@/server/trpc/init";
import { saveLogoInput, updateSettingsInput } from "./input";
import { removeLogo, saveLogo } from "./logo/server/change-logo";
import { getSettings } from "./server/get-settings";
import { updateSettings } from "./server/update-settings";

export const adminSettingsRouter = router({
  get: permittedProcedure("settings.manage").query(() => getSettings()),
  update: permittedProcedure("settings.manage")
    .input(updateSettingsInput)
    .mutation(({ ctx, input }) => updateSettings(ctx, input)),
  saveLogo: permittedProcedure("settings.manage")
    .input(saveLogoInput)
    .mutation(({ ctx, input }) => saveLogo(ctx, input)),
  removeLogo: permittedProcedure("settings.manage").mutation(({ ctx }) => removeLogo(ctx)),
});
