import { conversationChannel } from "@/features/conversations/channels";
import { type LiveConnection, openLiveConnection } from "@/features/conversations/ui/live-connection";
import type { CatchUp, Message, MessagePage } from "@/features/messages/dto";
import { replacedBy, type Timeline, withChanges, withMessage, withOlder } from "@/features/messages/timeline";
import { watchGaps } from "@/features/messages/watch-gaps";
import { userChannel } from "@/features/users/channels";
import type { Client } from "../../harness/client";

export type LiveMemberConfig = {
  origin: string;
  key: string;
  userId: string;
  /** All their conversations; the first is open. */
  conversationIds: string[];
};

export type LiveMember = {
  timeline: () => Timeline;
  state: () => "connected" | "waiting";
  /** How many times it has asked what it missed, and what the latest request failed with. */
  catchUps: () => { count: number; problem: unknown };
  close: () => void;
};

const retryAfterMs = 1_000;

/**
 * A page with one conversation open, without the page: the product's own connection, watchdog and timeline. What the
 * React component around them does is done here: it subscribes, then reads, then applies what comes, and asks once for
 * everything it missed whenever all of its channels have been subscribed to anew.
 */
export async function openLiveMember(client: Client, config: LiveMemberConfig): Promise<LiveMember> {
  const [conversationId] = config.conversationIds as [string];
  let timeline: Timeline | undefined;
  let early: Message[] = [];
  let state: "connected" | "waiting" = "waiting";
  let count = 0;
  let problem: unknown = null;
  let running = false;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  let closed = false;

  const take = (message: Message) => {
    if (message.conversationId !== conversationId) return;
    if (!timeline) {
      early.push(message);
      return;
    }
    timeline = withMessage(timeline, message);
    gaps.look(conversationId);
  };

  const readAnew = async () => {
    const held = timeline?.messages ?? [];
    const end = held.at(-1)?.seq ?? Number.POSITIVE_INFINITY;
    let anew = replacedBy(timeline, await client.call<MessagePage>("messages.list", { conversationId }));
    // Reads back to what it held, so that the audit sees one stretch. The page itself stops at what it shows.
    while (anew.hasOlder && (anew.messages[0]?.seq ?? 0) > end + 1) {
      const before = anew.messages[0]?.seq;
      anew = withOlder(anew, await client.call<MessagePage>("messages.list", { conversationId, before }));
    }
    // What came meanwhile is older than the page, or is taken again.
    const came = timeline?.messages.filter(({ seq }) => seq > end) ?? [];
    timeline = [...came, ...early].reduce(withMessage, { ...anew, messages: joinedUp(held, anew.messages) });
    early = [];
  };

  const catchUp = async () => {
    clearTimeout(retrying);
    retrying = undefined;
    if (closed || !timeline) return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    try {
      const { changes } = await client.call<CatchUp>("messages.catchUp", {
        timelines: [{ conversationId, revision: timeline.revision }],
      });
      count++;
      for (const change of changes) {
        if (change.reset) await readAnew();
        else timeline = withChanges(timeline, change);
      }
      problem = null;
    } catch (error) {
      problem = error;
      retrying = setTimeout(retry, retryAfterMs);
    } finally {
      running = false;
    }
    if (again) void catchUp();
  };

  const retry = () => {
    retrying = undefined;
    // Otherwise it comes with the last of them.
    if (unsettled.size === 0) void catchUp();
  };

  const gaps = watchGaps(
    () => timeline,
    () => void catchUp(),
    () => unsettled.size > 0 || running || retrying !== undefined,
  );
  const connection: LiveConnection = openLiveConnection({
    endpoint: { key: config.key, url: config.origin },
    authorize: (input) => client.callTogether("conversations.authorizeChannels", input),
    authenticate: (input) => client.callTogether("conversations.authenticateSocket", input),
    isFinal,
  });
  const channels = [userChannel(config.userId), ...config.conversationIds.map(conversationChannel)];
  let unsettled = new Set(channels);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("a member could not connect within a minute")), 60_000);
    for (const channel of channels) {
      connection.listen(channel, (event, data) => {
        if (event === "pusher:subscription_succeeded" || event === "pusher:subscription_error") {
          if (!unsettled.delete(channel) || unsettled.size > 0) return;
          clearTimeout(timer);
          resolve();
          void catchUp();
        } else if (event === "message.created" || event === "message.changed") {
          take((data as { message: Message }).message);
        }
      });
    }
    connection.onState((next) => {
      state = next === "connected" ? "connected" : "waiting";
      if (next !== "connected") unsettled = new Set(channels);
    });
  });
  await readAnew();
  return {
    timeline: () => timeline as Timeline,
    state: () => (state === "connected" && unsettled.size === 0 ? "connected" : "waiting"),
    catchUps: () => ({ count, problem }),
    close() {
      closed = true;
      gaps.end();
      connection.close();
    },
  };
}

/** What was held, and what was read anew from there on. */
function joinedUp(held: Message[], anew: Message[]): Message[] {
  const from = anew[0]?.seq ?? Number.POSITIVE_INFINITY;
  return [...held.filter(({ seq }) => seq < from), ...anew];
}

/** As in the page: the server has answered, and will not change its mind within seconds. */
function isFinal(error: unknown): boolean {
  const status = Number(/: (\d{3}) /.exec(String(error))?.[1]);
  return status < 500 && status !== 429;
}
