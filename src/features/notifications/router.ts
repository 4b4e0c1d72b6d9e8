import { router, signedInProcedure } from "@/server/trpc/init";
import { digestRouter } from "./digest/router";
import { listNotificationsInput, markNotificationsReadInput } from "./input";
import { pushRouter } from "./push/router";
import { countUnreadNotifications } from "./server/count-unread-notifications";
import { listBanners } from "./server/list-banners";
import { listNotifications } from "./server/list-notifications";
import { markAllNotificationsRead, markNotificationsRead } from "./server/mark-notifications-read";
import { notificationSettingsRouter } from "./settings/router";

export const notificationsRouter = router({
  digest: digestRouter,
  push: pushRouter,
  settings: notificationSettingsRouter,
  list: signedInProcedure
    .input(listNotificationsInput)
    .query(({ ctx, input }) => listNotifications(ctx, input)),
  banners: signedInProcedure.query(({ ctx }) => listBanners(ctx)),
  countUnread: signedInProcedure.query(({ ctx }) => countUnreadNotifications(ctx)),
  markRead: signedInProcedure
    .input(markNotificationsReadInput)
    .mutation(({ ctx, input }) => markNotificationsRead(ctx, input)),
  markAllRead: signedInProcedure.mutation(({ ctx }) => markAllNotificationsRead(ctx)),
});
