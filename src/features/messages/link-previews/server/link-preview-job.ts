import { defineJob } from "@/server/jobs/job";

/** Fetches what the first link of a message leads to. */
export const linkPreviewJob = defineJob<{ conversationId: string; messageId: string }>("link-preview.fetch");
