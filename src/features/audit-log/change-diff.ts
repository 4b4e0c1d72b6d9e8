/** One value that an entry speaks of, before and after; a side that has none is undefined. */
export type Change = { path: string; before: unknown; after: unknown; changed: boolean };

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What changed between two values, leaf by leaf, in the order in which they are named. */
export function changeDiff(before: unknown, after: unknown, path = ""): Change[] {
  const [old, now] = [before ?? undefined, after ?? undefined];
  if (
    (isTree(old) || isTree(now)) &&
    (isTree(old) || old === undefined) &&
    (isTree(now) || now === undefined)
  ) {
    const keys = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
    return [...keys].flatMap((key) =>
      changeDiff(childOf(old, key), childOf(now, key), path ? `${path}.${key}` : key),
    );
  }
  if (old === undefined && now === undefined) return [];
  return [{ path, before: old, after: now, changed: JSON.stringify(old) !== JSON.stringify(now) }];
}

const childOf = (tree: unknown, key: string) =>
  isTree(tree) && Object.hasOwn(tree, key) ? tree[key] : undefined;

/** A value as people read it. */
export function valueText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
