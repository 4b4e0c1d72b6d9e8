import { sendDueMessages } from "@/features/messages/scheduled/server/send-due-messages";
import { purgeNotifications } from "@/features/notifications/server/purge-notifications";
import { expireSessions } from "@/features/sessions/server/expire-sessions";
import { purgeSessions } from "@/features/sessions/server/purge-sessions";
import { purgeSignInAttempts } from "@/features/sessions/server/purge-sign-in-attempts";
import { purgeAccountLinks } from "@/features/users/server/purge-account-links";
import type { Context } from "@/server/context";

type Job = {
  name: string;
  /** When it runs, in UTC. */
  cron: string;
  /** Returns what it did, for the log. */
  run: (ctx: Context) => Promise<Record<string, number>>;
};

/** Every job of the product. */
export const jobs: Job[] = [
  { name: "scheduled-messages.send", cron: "* * * * *", run: sendDueMessages },
  { name: "notifications.purge", cron: "29 3 * * *", run: purgeNotifications },
  { name: "sessions.purge", cron: "17 3 * * *", run: purgeSessions },
  { name: "sessions.expire", cron: "* * * * *", run: expireSessions },
  { name: "sign-in-attempts.purge", cron: "11 3 * * *", run: purgeSignInAttempts },
  { name: "account-links.purge", cron: "23 3 * * *", run: purgeAccountLinks },
];
