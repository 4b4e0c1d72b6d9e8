import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

type Listener = (event: object) => void;

/** The service worker as a browser runs it, with what it says to the browser kept. */
function serviceWorker(windows: string[]) {
  const listeners = new Map<string, Listener>();
  const acts: unknown[] = [];
  const self = {
    location: { origin: "https://chat.example.org" },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    skipWaiting() {},
    registration: { showNotification: async (...shown: unknown[]) => void acts.push(["show", ...shown]) },
    clients: {
      claim: async () => {},
      matchAll: async () =>
        windows.map((name) => ({
          focus: async () => void acts.push(["focus", name]),
          navigate: async (address: string) => void acts.push(["navigate", name, address]),
        })),
      openWindow: async (address: string) => void acts.push(["open", address]),
    },
  };
  runInNewContext(readFileSync("public/sw.js", "utf8"), { self, URL });
  const dispatch = async (name: string, event: object) => {
    let work: Promise<unknown> | undefined;
    listeners.get(name)?.({ ...event, waitUntil: (promise: Promise<unknown>) => (work = promise) });
    await work;
    return acts;
  };
  return { dispatch };
}

describe("the service worker", () => {
  it("shows what is pushed, one notice for a message", async () => {
    const payload = { title: "Ada", body: "hello", tag: "m1", path: "/c/1/2" };
    const acts = await serviceWorker([]).dispatch("push", { data: { json: () => payload } });
    expect(JSON.parse(JSON.stringify(acts))).toEqual([
      ["show", "Ada", { body: "hello", tag: "m1", data: { path: "/c/1/2" } }],
    ]);
  });

  it("leads to the message, in a window that is there or in a new one", async () => {
    const notification = (path: string) => ({ notification: { close() {}, data: { path } } });
    const address = "https://chat.example.org/c/1/2";
    expect(await serviceWorker([]).dispatch("notificationclick", notification("/c/1/2"))).toEqual([
      ["open", address],
    ]);
    expect(await serviceWorker(["tab"]).dispatch("notificationclick", notification("/c/1/2"))).toEqual([
      ["focus", "tab"],
      ["navigate", "tab", address],
    ]);
  });
});
