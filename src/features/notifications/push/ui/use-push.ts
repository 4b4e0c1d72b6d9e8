"use client";

import { useEffect, useState } from "react";
import { notify } from "@/components/notify";
import { trpc } from "@/trpc/react";

export type PushState = "unsupported" | "blocked" | "off" | "on";

/** Whether this browser takes push messages, and how to change that; it is asked only because the person asks. */
export function usePush(failedText: string) {
  const utils = trpc.useUtils();
  const { data: devices } = trpc.notifications.push.devices.useQuery();
  const [subscribed, setSubscribed] = useState<PushState | null>(null);
  useEffect(() => void browserState().then(setSubscribed), []);
  const known = devices?.find((each) => each.current);
  const { push } = utils.client.notifications;

  const turnOn = async () => {
    if ((await Notification.requestPermission()) !== "granted") return;
    await navigator.serviceWorker.register("/sw.js");
    const { pushManager } = await navigator.serviceWorker.ready;
    const applicationServerKey = await push.publicKey.query();
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    const { endpoint, keys } = subscription.toJSON();
    await push.subscribe.mutate({
      endpoint: endpoint ?? "",
      keys: { p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" },
    });
  };
  const turnOff = async () => {
    const registration = await navigator.serviceWorker.getRegistration("/sw.js");
    await (await registration?.pushManager.getSubscription())?.unsubscribe();
    if (known) await push.unsubscribe.mutate({ id: known.id });
  };
  return {
    devices,
    // The server forgets a device with its session: the browser alone does not make it take anything.
    state: subscribed === "on" && devices && !known ? ("off" as const) : subscribed,
    async toggle(on: boolean) {
      try {
        await (on ? turnOn() : turnOff());
      } catch {
        void notify("error", failedText);
      }
      await utils.notifications.push.devices.invalidate();
      setSubscribed(await browserState());
    },
    async remove(id: string) {
      await push.unsubscribe.mutate({ id });
      await utils.notifications.push.devices.invalidate();
    },
  };
}

async function browserState(): Promise<PushState> {
  const able = "serviceWorker" in navigator && "PushManager" in window && typeof Notification !== "undefined";
  if (!able) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  const registration = await navigator.serviceWorker.getRegistration("/sw.js");
  return (await registration?.pushManager.getSubscription()) ? "on" : "off";
}
