import { vi } from "vitest";

/** Waits until an expectation holds: for what other processes do in their own time. */
export function eventually(expectation: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(expectation, { timeout: 15_000, interval: 50 });
}
