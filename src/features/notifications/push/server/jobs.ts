import { defineJob } from "@/server/jobs/job";

/** One push message to one device: of something that was written, or of a broadcast. */
export type Push = { subscriptionId: string } & (
  | { messageId: string; kind: string }
  | { notificationId: string }
);

export const sendPushJob = defineJob<Push>("push.send");
