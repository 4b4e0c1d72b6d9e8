/**
 * Measures several things in alternating rounds, so that each sees the machine as the others do.
 * @param things what to measure, by name; called once a round
 * @returns by name, one value a round
 */
export async function alternate<Name extends string>(
  rounds: number,
  things: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(things) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) values[name].push(await things[name]());
  }
  return values;
}
