import { expect, it, vi } from "vitest";
import { availableCommands, offerCommands, onAvailableChange, runCommand } from "./handlers";

it("offers what something carries out, and nothing else", () => {
  const heard = vi.fn();
  const stop = onAvailableChange(heard);
  const first = vi.fn();
  const second = vi.fn(() => false);
  const takeBack = offerCommands({ search: first, help: first });
  expect(availableCommands()).toEqual(["search", "help"]);
  expect(runCommand("write")).toBe(false);
  expect(runCommand("search")).toBe(true);
  const takeBackSecond = offerCommands({ search: second });
  // Who came last does it; with nothing to do, the key keeps its meaning.
  expect(runCommand("search")).toBe(false);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  takeBackSecond();
  takeBack();
  expect(availableCommands()).toEqual([]);
  expect(runCommand("search")).toBe(false);
  expect(heard).toHaveBeenCalledTimes(4);
  stop();
});
