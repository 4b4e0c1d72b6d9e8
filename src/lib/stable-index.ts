/**
 * A number from 0 to `size - 1` that is always the same for the same text, spread evenly over texts.
 * FNV-1a, 32 bits (Fowler, Noll, Vo).
 */
export function stableIndex(text: string, size: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % size;
}
