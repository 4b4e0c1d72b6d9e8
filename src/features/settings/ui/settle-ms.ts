/** Other server processes know changed settings after two seconds; not everybody asks at once. */
export const settleMs = () => 2_000 + Math.random() * 1_000;
