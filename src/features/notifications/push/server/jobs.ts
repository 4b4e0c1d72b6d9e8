import { defineJob } from "@/server/jobs/job";

/** One push message to one device. */
export const sendPushJob = defineJob<{ subscriptionId: string; messageId: string; kind: string }>(
  "push.send",
);
