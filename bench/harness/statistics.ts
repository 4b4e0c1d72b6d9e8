/** Of several rounds: the middle one, and how far they lay apart. */
export type Summary = { median: number; least: number; most: number };

/** Throws where there is nothing to sum up: a measurement that measured nothing is a mistake. */
export function summarise(values: number[]): Summary {
  return { median: percentile(values, 50), least: Math.min(...values), most: Math.max(...values) };
}

/** The nearest-rank percentile: the smallest value that at least `p` percent of all values do not exceed. */
export function percentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

/** Round by round: both sides of a round saw the same machine. */
export function ratioOf(values: number[], yardstick: number[]): Summary {
  return summarise(values.map((value, round) => value / (yardstick[round] as number)));
}
