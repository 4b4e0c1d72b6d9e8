/**
 * Keeps `clients` requests under way for `milliseconds`: each client begins the next when its last is answered.
 * Gives the highest rate that the server sustains; for latencies under a given rate use an open loop.
 * @returns completed requests a second, and each one's result
 */
export async function closedLoop<Result>(
  clients: number,
  milliseconds: number,
  work: (client: number, turn: number) => Promise<Result>,
): Promise<{ rate: number; results: Result[] }> {
  const results: Result[] = [];
  const started = performance.now();
  const client = async (index: number) => {
    for (let turn = 0; performance.now() - started < milliseconds; turn++)
      results.push(await work(index, turn));
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return { rate: results.length / ((performance.now() - started) / 1000), results };
}
