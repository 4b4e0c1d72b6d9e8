import type { MouseEvent } from "react";

/** Opens an address of the chat within the page; Next follows the history without asking the server. */
export function goTo(path: string): void {
  const from = window.location.pathname;
  if (path !== from) window.history.pushState({ from }, "", path);
}

/** Goes up to the address that this one was opened from: back in history where that leads there. */
export function goUpTo(path: string): void {
  if (window.history.state?.from === path) window.history.back();
  else window.history.replaceState(null, "", path);
}

/** Whether a click on a link means "open here", and not a new tab, a window or a download. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
