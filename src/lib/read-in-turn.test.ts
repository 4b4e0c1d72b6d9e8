import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readInTurn } from "./read-in-turn";

describe("reading in turn", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("reads at once, and once more after a rest for a whole storm", async () => {
    const read = vi.fn(async () => {});
    const { ask } = readInTurn(read, 3_000);
    for (let i = 0; i < 1_000; i++) ask();
    expect(read).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(read).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(read).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(2);
    ask();
    expect(read).toHaveBeenCalledTimes(3);
  });

  it("lets a slow reading finish, also one that fails, before the next", async () => {
    let finish: (error?: Error) => void = () => {};
    const read = vi.fn(
      () =>
        new Promise<void>((resolve, reject) => {
          finish = (error) => (error ? reject(error) : resolve());
        }),
    );
    const { ask } = readInTurn(read, 3_000);
    ask();
    ask();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(1);
    finish(new Error("unreachable"));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("reads no more once it has ended", async () => {
    const read = vi.fn(async () => {});
    const { ask, end } = readInTurn(read, 3_000);
    ask();
    ask();
    end();
    await vi.advanceTimersByTimeAsync(60_000);
    ask();
    expect(read).toHaveBeenCalledTimes(1);
  });
});
