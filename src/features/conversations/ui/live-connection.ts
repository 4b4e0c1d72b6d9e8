import Pusher from "pusher-js";

export type LiveEndpoint = {
  /** The app key; public by design. */
  key: string;
  /** Where the sockets go when not to the page's own origin. */
  url: string | null;
};

export type LiveState = "connecting" | "connected" | "waiting";

type Authorizations = Record<string, { auth: string } | null>;

type Options = {
  endpoint: LiveEndpoint;
  authorize: (input: { socketId: string; channels: string[] }) => Promise<Authorizations>;
  authenticate: (input: { socketId: string }) => Promise<{ auth: string; user_data: string }>;
  /** Whether asking again would be answered in the same way. */
  isFinal: (error: unknown) => boolean;
};

/**
 * Attempts start this share of the time apart that the server has been away, within these bounds in milliseconds: after
 * a restart nobody waits longer than that took, and what is away for long is not asked all the time.
 */
const shareOfAbsence = 0.25;
const firstAttemptMs = 1_000;
const slowestAttemptMs = 10_000;
/** How long an attempt that nobody refused may take: a server that all come back to at once answers late. */
const attemptMayTakeMs = 8_000;
/** Admission that nobody answered is asked for again after about this time. */
const askAgainMs = 2_000;
const authorizationsPerRequest = 1_000;

export type LiveConnection = {
  /**
   * Calls back with every event of a channel, subscribing to it where nobody has yet; returns how to stop.
   * `pusher:subscription_succeeded` comes whenever a subscription begins, anew after an interruption too.
   */
  listen: (channel: string, listener: (event: string, data: unknown) => void) => () => void;
  /** Calls back with every event of every channel that the page subscribes to; returns how to stop. */
  onEvent: (listener: (event: string, data: unknown) => void) => () => void;
  /** Tells the other subscribers of a channel something; lost where there is no connection. */
  send: (channel: string, event: string, data: object) => void;
  /** Calls back with every change of state; returns how to stop that. */
  onState: (listener: (state: LiveState) => void) => () => void;
  close: () => void;
};

/**
 * One Pusher connection for the page. The stock client waits up to 16 s before it notices that a server is
 * back, so a watchdog starts attempts itself, jittered so that a thousand clients do not come at once.
 */
export function openLiveConnection(options: Options): LiveConnection {
  const { endpoint, authorize, authenticate, isFinal } = options;
  const address = new URL(endpoint.url ?? window.location.origin);
  const secure = address.protocol === "https:" || address.protocol === "wss:";
  const port = Number(address.port) || (secure ? 443 : 80);
  // Asked for a socket that is gone, an answer is of no use: the next one asks for itself.
  const isCurrent = (socketId: string) =>
    pusher.connection.state === "connected" && pusher.connection.socket_id === socketId;
  const insistent =
    <Input extends { socketId: string }, Answer>(ask: (input: Input) => Promise<Answer>) =>
    (input: Input) =>
      insist(
        () => ask(input),
        (error) => isFinal(error) || !isCurrent(input.socketId),
      );
  const pusher: Pusher = new Pusher(endpoint.key, {
    cluster: "",
    wsHost: address.hostname,
    wsPort: port,
    wssPort: port,
    forceTLS: secure,
    enabledTransports: secure ? ["ws", "wss"] : ["ws"],
    channelAuthorization: {
      customHandler: batched(insistent(authorize), isCurrent),
      endpoint: "",
      transport: "ajax",
    },
    userAuthentication: {
      customHandler: ({ socketId }, callback) => {
        insistent(authenticate)({ socketId }).then(
          (data) => callback(null, data),
          (error) => callback(error, null),
        );
      },
      endpoint: "",
      transport: "ajax",
    },
  });
  pusher.connection.bind("connected", () => pusher.signin());
  const stopWatching = watch(pusher);

  const holders = new Map<string, number>();
  const hold = (channel: string) => {
    holders.set(channel, (holders.get(channel) ?? 0) + 1);
    return pusher.subscribe(channel);
  };
  const release = (channel: string) => {
    const left = (holders.get(channel) ?? 1) - 1;
    holders.set(channel, left);
    if (left > 0) return;
    holders.delete(channel);
    pusher.unsubscribe(channel);
  };

  return {
    listen(name, listener) {
      const channel = hold(name);
      channel.bind_global(listener);
      if (channel.subscribed) listener("pusher:subscription_succeeded", {});
      return () => {
        channel.unbind_global(listener);
        release(name);
      };
    },
    onEvent(listener) {
      pusher.bind_global(listener);
      return () => {
        pusher.unbind_global(listener);
      };
    },
    send(name, event, data) {
      const channel = pusher.channel(name);
      if (channel?.subscribed) channel.trigger(event, data);
    },
    onState(listener) {
      const report = () => listener(liveState(pusher.connection.state));
      pusher.connection.bind("state_change", report);
      report();
      return () => {
        pusher.connection.unbind("state_change", report);
      };
    },
    close() {
      stopWatching();
      pusher.disconnect();
    },
  };
}

function liveState(state: string): LiveState {
  if (state === "connected") return "connected";
  return state === "connecting" || state === "initialized" ? "connecting" : "waiting";
}

function watch(pusher: Pusher): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let awaySince = Date.now();
  const attempt = () => {
    if (pusher.connection.state === "connected") {
      awaySince = Date.now();
    } else if (!isUnderWay(pusher)) {
      pusher.disconnect();
      pusher.connect();
    }
    schedule();
  };
  const schedule = () => {
    const wanted = (Date.now() - awaySince) * shareOfAbsence;
    const interval = Math.min(Math.max(wanted, firstAttemptMs), slowestAttemptMs);
    clearTimeout(timer);
    timer = setTimeout(attempt, interval * (0.7 + 0.6 * Math.random()));
  };
  const hurry = () => {
    awaySince = Date.now();
    schedule();
  };
  // Nothing tells a socket that its network is gone: it would be waited for as if it only were silent.
  const drop = () => pusher.disconnect();
  window.addEventListener("offline", drop);
  // A laptop that wakes up, or a network that is back, need not wait out a long interval.
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
  pusher.connection.bind("connected", hurry);
  schedule();
  return () => {
    clearTimeout(timer);
    window.removeEventListener("offline", drop);
    window.removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
  };
}

/**
 * Whether an attempt still waits for its answer. The connection's own state does not tell it from one that was refused;
 * what the client notes of its transports does.
 */
function isUnderWay({ timeline }: Pusher): boolean {
  const latest = timeline.events.findLast(({ state }: { state?: string }) => state !== undefined);
  const waits = latest?.state === "connecting" || latest?.state === "open";
  return waits && Date.now() - latest.timestamp < attemptMayTakeMs;
}

type AuthorizationCallback = (error: Error | null, data: { auth: string } | null) => void;

/** Asks until there is an answer: whoever is let in by none stays deaf as long as the socket holds. */
async function insist<Answer>(
  ask: () => Promise<Answer>,
  giveUp: (error: unknown) => boolean,
): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (giveUp(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, askAgainMs * (0.7 + 0.6 * Math.random())));
      if (giveUp(error)) throw error;
    }
  }
}

/**
 * Gathers the channels that pusher-js asks for one by one into one request. It leaves in the same turn of the event
 * loop as the one for the person's own name, so that both can share a round trip.
 */
function batched(authorize: Options["authorize"], isCurrent: (socketId: string) => boolean) {
  let waiting = new Map<string, { channel: string; callback: AuthorizationCallback }[]>();
  const flush = async () => {
    const batches = waiting;
    waiting = new Map();
    for (const [socketId, requests] of batches) {
      for (let i = 0; i < requests.length; i += authorizationsPerRequest) {
        const part = requests.slice(i, i + authorizationsPerRequest);
        try {
          const answers = await authorize({ socketId, channels: part.map((r) => r.channel) });
          if (!isCurrent(socketId)) continue;
          for (const { channel, callback } of part) {
            const answer = answers[channel];
            callback(answer ? null : new Error("not allowed"), answer ?? null);
          }
        } catch (error) {
          if (!isCurrent(socketId)) continue;
          for (const { callback } of part) callback(error as Error, null);
        }
      }
    }
  };
  return (
    { socketId, channelName }: { socketId: string; channelName: string },
    callback: AuthorizationCallback,
  ) => {
    if (waiting.size === 0) queueMicrotask(flush);
    const requests = waiting.get(socketId) ?? [];
    requests.push({ channel: channelName, callback });
    waiting.set(socketId, requests);
  };
}
