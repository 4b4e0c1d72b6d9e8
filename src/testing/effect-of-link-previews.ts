import { expect } from "vitest";
import { fetchLinkPreview } from "@/features/messages/link-previews/server/fetch-link-preview";
import { linkPreviewJob } from "@/features/messages/link-previews/server/link-preview-job";
import { database } from "@/server/db/client";
import { systemContext } from "@/server/trpc/request-context";
import { createGroup, createUser, sendText } from "./factories";
import { followUpsDone } from "./follow-ups";

/** What the setting `linkPreviews` does, seen from outside. */
export async function effectOfLinkPreviews(switchOff: () => Promise<unknown>): Promise<void> {
  const author = await createUser();
  const { id: conversationId } = await createGroup(author, []);
  const requests = async () => {
    const [row] = await database()
      .sql`select count(*)::int as count from jobs.job where name = ${linkPreviewJob.name}`;
    return row?.count;
  };
  await sendText(author, conversationId, "https://example.invalid/");
  await followUpsDone();
  expect(await requests()).toBe(1);
  await switchOff();
  const { id: messageId } = await sendText(author, conversationId, "https://example.invalid/");
  await followUpsDone();
  expect(await fetchLinkPreview(systemContext(), { conversationId, messageId })).toEqual({ shown: 0 });
  expect(await requests()).toBe(1);
}
