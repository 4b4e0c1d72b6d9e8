import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Outgoing, OutgoingMessages, type SendResult, sendResultOf } from "./outgoing";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function memoryStorage() {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    key: (index: number) => [...held.keys()][index] ?? null,
    get length() {
      return held.size;
    },
  };
}

const message = (id: string, conversationId = "c1") => ({
  id,
  conversationId,
  body: `body of ${id}`,
  replyTo: null,
  createdAt: "2026-01-01T10:00:00.000Z",
});

/** A queue whose server gives the next of these answers to each attempt, and says "sent" after them. */
function queueWith(answers: SendResult[] = [], storage = memoryStorage(), ownId = "ada") {
  const attempts: string[] = [];
  const send = async ({ id }: Outgoing): Promise<SendResult> => {
    attempts.push(id);
    return answers.shift() ?? "sent";
  };
  return { queue: new OutgoingMessages({ storage, ownId, send }), attempts, storage, answers };
}

const states = (queue: OutgoingMessages) => queue.all().map(({ id, state }) => `${id} ${state}`);
const unreachable = (times: number): SendResult[] => Array.from({ length: times }, () => "unreachable");

it("sends in order and forgets what has arrived", async () => {
  const { queue, attempts, storage } = queueWith();
  for (const id of ["1", "2", "3"]) queue.add(message(id));
  expect(states(queue)).toEqual(["1 sending", "2 sending", "3 sending"]);
  await vi.runAllTimersAsync();
  expect(attempts).toEqual(["1", "2", "3"]);
  expect(queue.all()).toEqual([]);
  expect(storage.length).toBe(0);
});

it("tries a few times when the server cannot be reached", async () => {
  const { queue, attempts } = queueWith(unreachable(3));
  queue.add(message("1"));
  await vi.runAllTimersAsync();
  expect(attempts).toEqual(["1", "1", "1", "1"]);
  expect(queue.all()).toEqual([]);
});

it("lets nothing overtake a message that waits for the server", async () => {
  const { queue, attempts } = queueWith(unreachable(4));
  queue.add(message("1"));
  queue.add(message("2"));
  await vi.runAllTimersAsync();
  expect(states(queue)).toEqual(["1 failed", "2 failed"]);
  queue.add(message("3"));
  await vi.runAllTimersAsync();
  expect(attempts.slice(4)).toEqual(["1", "2", "3"]);
});

it("sends what waited once the server is back, in order, whichever is retried", async () => {
  const { queue, attempts } = queueWith(unreachable(4));
  queue.add(message("1"));
  queue.add(message("2"));
  await vi.runAllTimersAsync();
  queue.retry("2");
  await vi.runAllTimersAsync();
  expect(attempts.slice(4)).toEqual(["1", "2"]);
});

it("does not repeat by itself what the server refused, and goes on with the next", async () => {
  const { queue, attempts } = queueWith([{ refused: "MESSAGE_TOO_LONG" }]);
  queue.add(message("1"));
  queue.add(message("2"));
  await vi.runAllTimersAsync();
  queue.retryUnreachable();
  await vi.runAllTimersAsync();
  expect(attempts).toEqual(["1", "2"]);
  expect(queue.all()).toMatchObject([{ id: "1", state: "failed", refusal: "MESSAGE_TOO_LONG" }]);
  queue.retry("1");
  await vi.runAllTimersAsync();
  expect(queue.all()).toEqual([]);
});

it("keeps conversations apart: one that waits does not hold up another", async () => {
  const { queue, attempts } = queueWith(unreachable(1));
  queue.add(message("1", "c1"));
  queue.add(message("2", "c2"));
  await vi.advanceTimersByTimeAsync(0);
  expect(attempts).toEqual(["1", "2"]);
  expect(states(queue)).toEqual(["1 sending"]);
});

it("gives a message up, also while it waits for its next attempt", async () => {
  const { queue, attempts, storage } = queueWith(unreachable(4));
  queue.add(message("1"));
  await vi.advanceTimersByTimeAsync(0);
  queue.discard("1");
  await vi.runAllTimersAsync();
  expect(queue.all()).toEqual([]);
  expect(storage.length).toBe(0);
  expect(attempts).toEqual(["1"]);
});

it("takes up after a reload what had not arrived", async () => {
  const storage = memoryStorage();
  queueWith(unreachable(9), storage).queue.add(message("1"));
  await vi.advanceTimersByTimeAsync(0);
  const { queue, attempts } = queueWith([], storage);
  expect(queue.all()).toMatchObject([{ id: "1", body: "body of 1" }]);
  queue.retryUnreachable();
  await vi.runAllTimersAsync();
  expect(attempts).toEqual(["1"]);
});

it("does not send what somebody else left on this device", async () => {
  const storage = memoryStorage();
  queueWith(unreachable(9), storage, "ada").queue.add(message("1"));
  await vi.advanceTimersByTimeAsync(0);
  const { queue, attempts } = queueWith([], storage, "eve");
  queue.retryUnreachable();
  await vi.runAllTimersAsync();
  expect(queue.all()).toEqual([]);
  expect(attempts).toEqual([]);
});

it("sends although the device keeps nothing, and skips what is damaged", async () => {
  const storage = memoryStorage();
  storage.setItem("offchat.outgoing.ada.x", "{");
  const full = {
    ...storage,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  const { queue, attempts } = queueWith([], full);
  queue.add(message("1"));
  await vi.runAllTimersAsync();
  expect(attempts).toEqual(["1"]);
});

it("tells its listeners of every change until they stop", async () => {
  const { queue } = queueWith();
  const seen: number[] = [];
  const stop = queue.subscribe(() => seen.push(queue.all().length));
  queue.add(message("1"));
  await vi.runAllTimersAsync();
  stop();
  queue.add(message("2"));
  expect(seen).toEqual([1, 0]);
});

it("sends what the closed instance did not take, once it is open again", async () => {
  expect(sendResultOf({ appCode: "MAINTENANCE", details: { seconds: 30 } })).toBe("unreachable");
  expect(sendResultOf({ appCode: "INTERNAL" })).toBe("unreachable");
  expect(sendResultOf(null)).toBe("unreachable");
  expect(sendResultOf({ appCode: "ANNOUNCEMENT_ONLY" })).toEqual({ refused: "ANNOUNCEMENT_ONLY" });
});

it("forgets a held message when it arrives by another hand, and not one that is on its way", async () => {
  const { queue, storage } = queueWith([{ refused: "MESSAGE_HELD" }]);
  queue.add(message("1"));
  await vi.runAllTimersAsync();
  queue.add(message("2"));
  queue.discardArrived([{ id: "1" }, { id: "2" }]);
  expect(states(queue)).toEqual(["2 sending"]);
  await vi.runAllTimersAsync();
  expect(storage.length).toBe(0);
});
