/**
 * Numbers that look random and are the same in every run: mulberry32 (Tommy Ettinger, public domain).
 * @param seed any 32-bit number
 * @returns a function that gives the next number of [0, 1)
 */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Draws indexes in proportion to weights, in constant time each: Walker's alias method, as by M. Vose, "A linear
 * algorithm for generating random numbers with a given distribution" (1991).
 * @param weights positive numbers of any scale
 * @param random numbers of [0, 1)
 */
export function weightedIndexes(weights: Float64Array, random: () => number): () => number {
  const n = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = Float64Array.from(weights, (weight) => (weight * n) / total);
  const alias = new Int32Array(n);
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < n; i++) (at(share, i) < 1 ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const low = small.pop() as number;
    const high = large.pop() as number;
    alias[low] = high;
    share[high] = at(share, high) + at(share, low) - 1;
    (at(share, high) < 1 ? small : large).push(high);
  }
  for (const rest of [...small, ...large]) share[rest] = 1;
  return () => {
    const i = Math.floor(random() * n);
    return random() < at(share, i) ? i : at(alias, i);
  };
}

/** Weights of Zipf's law: the k-th has 1 / k^exponent. */
export const zipfWeights = (n: number, exponent: number) =>
  Float64Array.from({ length: n }, (_, i) => (i + 1) ** -exponent);

/** An element of a typed array whose index is known to exist. */
export const at = (array: Float64Array | Int32Array, index: number) => array[index] as number;
