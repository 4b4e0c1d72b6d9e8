import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationChannel } from "@/features/conversations/channels";
import type { Message } from "@/features/messages/dto";
import { updateSettings } from "@/features/settings/server/update-settings";
import { database } from "@/server/db/client";
import { systemContext } from "@/server/trpc/request-context";
import { callAs } from "@/testing/caller";
import { actorContext, createGroup, createUser, sendText } from "@/testing/factories";
import { followUpsDone } from "@/testing/follow-ups";
import { listenAs } from "@/testing/listen";
import { runJobs } from "@/testing/run-jobs";
import { fetchLinkPreview } from "./fetch-link-preview";
import { linkPreviewJob } from "./link-preview-job";

const reach = { permitsAddress: (address: string) => address === "127.0.0.1", permitsPort: () => true };
const page = `<!doctype html><head><title>Plain</title>
  <meta property="og:title" content="A &lt;b&gt;page&lt;/b&gt;"><meta name="description" content=" Two\n lines ">
  </head><body><title>not this</title></body>`;

const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "text/html" }).end(page);
});
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`;
});
afterAll(() => server.close());

async function scene() {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben]);
  return { ada, ben, conversationId };
}
const fetchFor = ({ conversationId, id: messageId }: Message) =>
  fetchLinkPreview(systemContext(), { conversationId, messageId }, reach);
const waiting = async () =>
  (
    await database().sql`select data from jobs.job where name = ${linkPreviewJob.name} and state < 'active'`
  ).map(({ data }) => data);

describe("link previews", () => {
  it("come with the message, live, as text, and once", async () => {
    const { ada, ben, conversationId } = await scene();
    const client = await listenAs(ben);
    await client.subscribe(conversationChannel(conversationId));
    const sent = await sendText(ada, conversationId, `look: ${url}`);
    expect(sent.linkPreview).toBeNull();
    expect(await fetchFor(sent)).toEqual({ shown: 1 });
    const changed = await client.event<{ message: Message }>(
      "message.changed",
      ({ message }) => message.id === sent.id,
    );
    expect(changed.message.linkPreview).toEqual({
      url,
      title: "A <b>page</b>",
      description: "Two lines",
      siteName: "127.0.0.1",
    });
    expect((await callAs(ben).messages.list({ conversationId })).messages).toEqual([changed.message]);
    expect(await fetchFor(sent)).toEqual({ shown: 0 });
    client.close();
  });

  it("go with the link, and with the message", async () => {
    const { ada, conversationId } = await scene();
    const sent = await sendText(ada, conversationId, url);
    await fetchFor(sent);
    const place = { conversationId, messageId: sent.id };
    const kept = await callAs(ada).messages.edit({ ...place, body: `${url} again` });
    expect(kept.linkPreview).not.toBeNull();
    const edited = await callAs(ada).messages.edit({ ...place, body: "nothing" });
    expect(edited.linkPreview).toBeNull();
    expect(await fetchFor(sent)).toEqual({ shown: 0 });
    const other = await sendText(ada, conversationId, url);
    await fetchFor(other);
    const deleted = await callAs(ada).messages.delete({ conversationId, messageId: other.id });
    expect(deleted.linkPreview).toBeNull();
  });

  it("are asked for by a message with a link, and never reach this machine by themselves", async () => {
    const { ada, conversationId } = await scene();
    await sendText(ada, conversationId, "no link");
    const { id: messageId } = await sendText(ada, conversationId, `see ${url}`);
    const request = await sendText(ada, conversationId, "a thread");
    const reply = await sendText(ada, conversationId, `see ${url}`, { threadRootId: request.id });
    // Stored with the message itself: a process that dies right after the answer loses none.
    await followUpsDone();
    const asked = (await waiting()).map((data) => data.messageId);
    expect(asked).toEqual(expect.arrayContaining([messageId, reply.id]));
    expect(await runJobs(linkPreviewJob.name)).toContainEqual({ shown: 0 });
  });

  it("can be switched off", async () => {
    const { ada, conversationId } = await scene();
    const sent = await sendText(ada, conversationId, url);
    await updateSettings(actorContext(await createUser({ role: "admin" })), { linkPreviews: false });
    expect(await fetchFor(sent)).toEqual({ shown: 0 });
  });
});
