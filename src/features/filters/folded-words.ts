/**
 * The words of a text as filters compare them: without case, accents, and characters that nobody sees, so that
 * none of these is a way around a filter.
 */
export function foldedWords(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
