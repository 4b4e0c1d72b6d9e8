import type { inferRouterOutputs } from "@trpc/server";
import { adminAccountsRouter } from "@/features/accounts/admin-router";
import { accountRouter } from "@/features/accounts/router";
import { adminAuditRouter } from "@/features/audit-log/admin-router";
import { adminBroadcastsRouter } from "@/features/broadcasts/admin-router";
import { adminConversationsRouter } from "@/features/conversations/admin-router";
import { conversationsRouter } from "@/features/conversations/router";
import { adminDashboardRouter } from "@/features/dashboard/admin-router";
import { adminFiltersRouter } from "@/features/filters/admin-router";
import { adminJobsRouter } from "@/features/jobs/admin-router";
import { adminMailRouter } from "@/features/mail/admin-router";
import { messagesRouter } from "@/features/messages/router";
import { adminModerationRouter } from "@/features/moderation/admin-router";
import { breakGlassRouter } from "@/features/moderation/break-glass/router";
import { moderationRouter } from "@/features/moderation/router";
import { notificationsRouter } from "@/features/notifications/router";
import { adminPeopleRouter } from "@/features/people/admin-router";
import { presenceRouter } from "@/features/presence/router";
import { savedViewsRouter } from "@/features/saved-views/router";
import { searchRouter } from "@/features/search/router";
import { adminSecurityRouter } from "@/features/security/admin-router";
import { adminSessionsRouter } from "@/features/sessions/admin-router";
import { adminFactorsRouter } from "@/features/sessions/factors/admin-router";
import { factorsRouter } from "@/features/sessions/factors/router";
import { identityRouter } from "@/features/sessions/oidc/router";
import { passkeysRouter } from "@/features/sessions/passkeys/router";
import { sessionsRouter } from "@/features/sessions/router";
import { adminSettingsRouter } from "@/features/settings/admin-router";
import { settingsRouter } from "@/features/settings/router";
import { adminUsersRouter } from "@/features/users/admin-router";
import { usersRouter } from "@/features/users/router";
import { createCallerFactory, mergeRouters, router } from "@/server/trpc/init";

/** Every procedure of the product. */
export const appRouter = router({
  account: accountRouter,
  conversations: conversationsRouter,
  factors: factorsRouter,
  messages: messagesRouter,
  identity: identityRouter,
  passkeys: passkeysRouter,
  notifications: notificationsRouter,
  sessions: sessionsRouter,
  moderation: moderationRouter,
  presence: presenceRouter,
  savedViews: savedViewsRouter,
  search: searchRouter,
  settings: settingsRouter,
  users: usersRouter,
  admin: router({
    broadcasts: adminBroadcastsRouter,
    dashboard: adminDashboardRouter,
    jobs: adminJobsRouter,
    people: adminPeopleRouter,
    conversations: adminConversationsRouter,
    breakGlass: breakGlassRouter,
    filters: adminFiltersRouter,
    mail: adminMailRouter,
    moderation: adminModerationRouter,
    factors: adminFactorsRouter,
    security: adminSecurityRouter,
    sessions: adminSessionsRouter,
    audit: adminAuditRouter,
    settings: adminSettingsRouter,
    users: mergeRouters(adminUsersRouter, adminAccountsRouter),
  }),
});

export type AppRouter = typeof appRouter;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** Calls procedures in process, for Server Components and tests. */
export const createCaller = createCallerFactory(appRouter);
