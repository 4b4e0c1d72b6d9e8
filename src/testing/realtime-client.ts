import { setTimeout as delay } from "node:timers/promises";
import Pusher, { type Channel } from "pusher-js";

type Received = { channel: string; name: string; data: unknown };

type Endpoint = { host: string; port: number; key: string };

type Signatures = {
  authorize: (socketId: string, channel: string) => Promise<{ auth: string } | null>;
  authenticate?: (socketId: string) => Promise<{ auth: string; user_data: string }>;
};

/** How long an event may take before a test fails, in milliseconds. */
const patience = 8_000;

/** A real client of the realtime server with whatever signatures the caller makes. */
export async function connectTo({ host, port, key }: Endpoint, { authorize, authenticate }: Signatures) {
  const pusher = new Pusher(key, {
    cluster: "",
    wsHost: host,
    wsPort: port,
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: {
      transport: "ajax",
      endpoint: "",
      customHandler: ({ socketId, channelName }, callback) => {
        authorize(socketId, channelName).then(
          (data) => (data ? callback(null, data) : callback(new Error("refused"), null)),
          (error) => callback(error, null),
        );
      },
    },
    userAuthentication: {
      transport: "ajax",
      endpoint: "",
      customHandler: ({ socketId }, callback) => {
        authenticate?.(socketId).then(
          (data) => callback(null, data),
          (error) => callback(error, null),
        );
      },
    },
  });
  const received: Received[] = [];
  await until(() => pusher.connection.state === "connected", "connected");
  if (authenticate) {
    pusher.signin();
    await pusher.user.signinDonePromise;
  }
  return {
    received,
    /** Subscribes; resolves with whether the server let the client listen. */
    async subscribe(name: string): Promise<boolean> {
      const channel: Channel = pusher.subscribe(name);
      channel.bind_global((event: string, data: unknown) => {
        if (!event.startsWith("pusher:")) received.push({ channel: name, name: event, data });
      });
      return new Promise((resolve) => {
        channel.bind("pusher:subscription_succeeded", () => resolve(true));
        channel.bind("pusher:subscription_error", () => resolve(false));
      });
    },
    /** The first event of this name (that fits), received already or within the deadline. */
    async event<T>(name: string, fits: (data: T) => boolean = () => true): Promise<T> {
      const find = () => received.find((each) => each.name === name && fits(each.data as T));
      await until(() => find() !== undefined, name);
      return find()?.data as T;
    },
    /** Resolves when the server has closed the connection. */
    closed: () => until(() => pusher.connection.state !== "connected", "closed"),
    state: () => pusher.connection.state,
    socketId: () => pusher.connection.socket_id,
    close: () => pusher.disconnect(),
  };
}

/** Waits for something that happens outside this process. Throws when it has not within the deadline. */
export async function until(
  happened: () => boolean | Promise<boolean>,
  what: string,
  deadlineMs = patience,
): Promise<void> {
  const deadline = Date.now() + deadlineMs;
  while (!(await happened())) {
    if (Date.now() > deadline) throw new Error(`Waited ${deadlineMs} ms in vain: ${what}`);
    await delay(10);
  }
}
