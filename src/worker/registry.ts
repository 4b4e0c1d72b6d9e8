import { eraseTraces, eraseTracesJob } from "@/features/accounts/server/erase-traces";
import { trimAudit } from "@/features/audit-log/server/trim-audit";
import { checkAudit } from "@/features/audit-log/server/verify-audit";
import { broadcastKind } from "@/features/broadcasts/server/broadcast-kind";
import { sendDueBroadcasts } from "@/features/broadcasts/server/send-due-broadcasts";
import { conversationJobKinds } from "@/features/conversations/server/conversation-job-kinds";
import type { JobKind } from "@/features/jobs/server/job-kind";
import { jobWork } from "@/features/jobs/server/job-tasks";
import { purgeJobs } from "@/features/jobs/server/purge-jobs";
import { resumeJobs } from "@/features/jobs/server/resume-jobs";
import { workOnJob } from "@/features/jobs/server/work-on-job";
import { fetchLinkPreview } from "@/features/messages/link-previews/server/fetch-link-preview";
import { linkPreviewJob } from "@/features/messages/link-previews/server/link-preview-job";
import { sendDueMessages } from "@/features/messages/scheduled/server/send-due-messages";
import { endRunOutGlass } from "@/features/moderation/break-glass/server/end-glass";
import { purgeHeld } from "@/features/moderation/held/server/purge-held";
import { sendDigests } from "@/features/notifications/digest/server/send-digests";
import { sendPushJob } from "@/features/notifications/push/server/jobs";
import { sendPush } from "@/features/notifications/push/server/send-push";
import { purgeNotifications } from "@/features/notifications/server/purge-notifications";
import { importKind } from "@/features/people/server/import/import-kind";
import { peopleJobKinds } from "@/features/people/server/people-job-kinds";
import { eventsAcknowledgeKind } from "@/features/security/server/events/acknowledge-many-events";
import { purgeSecurityRecords } from "@/features/security/server/events/purge-security-records";
import { purgeIpRules } from "@/features/security/server/ip-rules/purge-ip-rules";
import { rulesRemoveKind } from "@/features/security/server/ip-rules/remove-many-rules";
import { purgeAuthChallenges } from "@/features/sessions/server/auth-challenges";
import { sessionsRevokeKind } from "@/features/sessions/server/console/revoke-many-sessions";
import { expireSessions } from "@/features/sessions/server/expire-sessions";
import { purgeSessions } from "@/features/sessions/server/purge-sessions";
import { purgeSignInAttempts } from "@/features/sessions/server/purge-sign-in-attempts";
import { endSuspension, endSuspensionJob } from "@/features/users/server/end-suspension";
import { purgeAccountLinks } from "@/features/users/server/purge-account-links";
import { accountMailJob, sendAccountMail } from "@/features/users/server/request-account-mail";
import { runSendMail, sendMailJob } from "@/server/mail/mail-job";
import { type RegisteredJob, requested, scheduled } from "./registered-job";

/** Everything that is done with many, each by its kind. */
export const jobKinds: JobKind[] = [
  ...peopleJobKinds,
  importKind,
  ...conversationJobKinds,
  broadcastKind,
  sessionsRevokeKind,
  eventsAcknowledgeKind,
  rulesRemoveKind,
];

/** Every job of the product. One that throws is tried three times more, each time after a longer wait. */
export const jobs: RegisteredJob[] = [
  requested(jobWork, workOnJob(jobKinds)),
  scheduled("jobs.resume", "* * * * *", resumeJobs),
  scheduled("jobs.purge", "37 3 * * *", purgeJobs),
  scheduled("held-messages.purge", "43 3 * * *", purgeHeld),
  requested(eraseTracesJob, eraseTraces),
  requested(accountMailJob, sendAccountMail),
  requested(endSuspensionJob, endSuspension),
  requested(sendMailJob, (_ctx, payload) => runSendMail(payload)),
  requested(linkPreviewJob, (ctx, payload) => fetchLinkPreview(ctx, payload)),
  scheduled("scheduled-messages.send", "* * * * *", sendDueMessages),
  scheduled("broadcasts.send", "* * * * *", sendDueBroadcasts),
  scheduled("break-glass.end", "* * * * *", endRunOutGlass),
  scheduled("notifications.purge", "29 3 * * *", purgeNotifications),
  scheduled("notifications.digest", "5 * * * *", (ctx) => sendDigests(ctx)),
  requested(sendPushJob, sendPush),
  scheduled("sessions.purge", "17 3 * * *", purgeSessions),
  scheduled("sessions.expire", "* * * * *", expireSessions),
  scheduled("sign-in-attempts.purge", "11 3 * * *", purgeSignInAttempts),
  scheduled("auth-challenges.purge", "29 * * * *", purgeAuthChallenges),
  scheduled("ip-rules.purge", "29 3 * * *", purgeIpRules),
  scheduled("security-records.purge", "31 3 * * *", purgeSecurityRecords),
  scheduled("audit.check", "41 2 * * *", checkAudit),
  scheduled("audit.trim", "53 3 * * *", trimAudit),
  scheduled("account-links.purge", "23 3 * * *", purgeAccountLinks),
];
