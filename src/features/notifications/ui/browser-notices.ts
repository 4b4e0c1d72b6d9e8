const deviceKey = "offchat-browser-notices";

export type BrowserNoticeState = "unsupported" | "blocked" | "off" | "on";

/** Whether this device shows notices of the browser: it can, it may, and the person wants it here. */
export function browserNoticeState(): BrowserNoticeState {
  if (typeof Notification === "undefined") return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  return Notification.permission === "granted" && localStorage.getItem(deviceKey) === "on" ? "on" : "off";
}

/** Asks the browser; only ever because the person just asked for it. */
export async function turnOnBrowserNotices(): Promise<BrowserNoticeState> {
  if ((await Notification.requestPermission()) === "granted") {
    localStorage.setItem(deviceKey, "on");
    // What the browser refuses here it may still show from a page: the switch stands either way.
    await navigator.serviceWorker?.register("/sw.js").catch(() => {});
  }
  return browserNoticeState();
}

export function turnOffBrowserNotices(): BrowserNoticeState {
  localStorage.removeItem(deviceKey);
  return browserNoticeState();
}

/**
 * Shows a notice of the browser; a second one of the same `tag` takes the place of the first. The service worker
 * does it where there is one, and opens `path`: Chrome on Android shows no other notices.
 */
export async function showBrowserNotice(notice: {
  title: string;
  body: string;
  tag: string;
  path: string;
  onOpen: () => void;
}): Promise<void> {
  const { title, body, tag, path } = notice;
  const registration = await navigator.serviceWorker?.getRegistration("/sw.js");
  if (registration?.active) return registration.showNotification(title, { body, tag, data: { path } });
  const shown = new Notification(title, { body, tag });
  shown.onclick = () => {
    window.focus();
    notice.onOpen();
    shown.close();
  };
}
