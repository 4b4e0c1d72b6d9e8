import type { Summary } from "./statistics";

export type Options = {
  /** Seconds instead of minutes: for the correctness checks alone. */
  quick: boolean;
  /** Tells the person who waits what happens now. */
  say: (text: string) => void;
};

export type Measured = {
  /** What was measured, e.g. `send` or `p95, 10,000,000 messages`. */
  name: string;
  unit: "/s" | "ms" | "s" | "MiB" | "KiB" | "";
  value: Summary;
};

export type Ratio = { name: string; value: Summary; goal: string };

/** What must be true of the work that was measured; a false one makes the benchmark fail. */
export type Check = { what: string; holds: boolean };

export type Outcome = {
  /** What work was done. */
  work: string;
  measured: Measured[];
  /** To the yardstick measured in the same run. */
  ratios: Ratio[];
  checks: Check[];
};

export type Benchmark = (options: Options) => Promise<Outcome>;
