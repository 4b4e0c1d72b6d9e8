import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchGaps } from "./watch-gaps";

type Held = Parameters<typeof watchGaps>[0] extends (id: string) => infer Result ? Result : never;

const held = new Map<string, Held>();
const catchUp = vi.fn();
let catchingUp = false;
const gaps = () =>
  watchGaps(
    (id) => held.get(id),
    catchUp,
    () => catchingUp,
  );
/** Complete up to `revision`, with `ahead` beyond it. */
const holds = (id: string, revision: number, ...ahead: number[]) => held.set(id, { revision, ahead });

beforeEach(() => {
  vi.useFakeTimers();
  held.clear();
  catchingUp = false;
  catchUp.mockClear();
});
afterEach(() => vi.useRealTimers());

describe("watchGaps", () => {
  it("asks for a change that does not come, however quickly others follow", () => {
    const { look } = gaps();
    for (let n = 0; n < 20; n++) {
      holds("a", 4, ...Array.from({ length: n + 1 }, (_, i) => 6 + i));
      look("a");
      vi.advanceTimersByTime(50);
    }
    expect(catchUp).toHaveBeenCalled();
  });

  it("asks for nothing where the earlier change only came a little later", () => {
    const { look } = gaps();
    for (let n = 0; n < 20; n++) {
      holds("a", 4 + n, 6 + n);
      look("a");
      vi.advanceTimersByTime(50);
    }
    holds("a", 30);
    vi.advanceTimersByTime(1_000);
    expect(catchUp).not.toHaveBeenCalled();
  });

  it("does not forget one conversation over another", () => {
    const { look } = gaps();
    holds("a", 4, 6);
    look("a");
    vi.advanceTimersByTime(100);
    holds("b", 7, 9);
    look("b");
    holds("b", 9);
    vi.advanceTimersByTime(300);
    expect(catchUp).toHaveBeenCalledTimes(1);
  });

  it("asks nothing that is being asked anyway, and then for what the answer leaves open", () => {
    const { look } = gaps();
    catchingUp = true;
    for (const id of ["a", "b"]) {
      holds(id, 4, 6);
      look(id);
    }
    vi.advanceTimersByTime(2_000);
    catchingUp = false;
    holds("a", 6);
    expect(catchUp).not.toHaveBeenCalled();
    vi.advanceTimersByTime(700);
    expect(catchUp).toHaveBeenCalledTimes(1);
  });

  it("asks nothing where the answer closes every gap", () => {
    const { look } = gaps();
    catchingUp = true;
    holds("a", 4, 6);
    look("a");
    vi.advanceTimersByTime(2_000);
    catchingUp = false;
    holds("a", 6);
    vi.advanceTimersByTime(2_000);
    expect(catchUp).not.toHaveBeenCalled();
  });

  it("looks no more at its end", () => {
    const { look, end } = gaps();
    holds("a", 4, 6);
    look("a");
    end();
    vi.advanceTimersByTime(1_000);
    expect(catchUp).not.toHaveBeenCalled();
  });
});
