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
  if ((await Notification.requestPermission()) === "granted") localStorage.setItem(deviceKey, "on");
  return browserNoticeState();
}

export function turnOffBrowserNotices(): BrowserNoticeState {
  localStorage.removeItem(deviceKey);
  return browserNoticeState();
}

/** Shows a notice of the browser; a second one of the same `tag` takes the place of the first. */
export function showBrowserNotice(notice: { title: string; body: string; tag: string; onOpen: () => void }) {
  const shown = new Notification(notice.title, { body: notice.body, tag: notice.tag });
  shown.onclick = () => {
    window.focus();
    notice.onOpen();
    shown.close();
  };
}
