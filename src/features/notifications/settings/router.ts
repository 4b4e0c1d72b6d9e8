import { router, signedInProcedure } from "@/server/trpc/init";
import { updateNotificationSettingsInput } from "./input";
import { getNotificationSettings } from "./server/get-notification-settings";
import { updateNotificationSettings } from "./server/update-notification-settings";

export const notificationSettingsRouter = router({
  get: signedInProcedure.query(({ ctx }) => getNotificationSettings(ctx.actor.id)),
  update: signedInProcedure
    .input(updateNotificationSettingsInput)
    .mutation(({ ctx, input }) => updateNotificationSettings(ctx, input)),
});
