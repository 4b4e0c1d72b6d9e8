/** Length of a quoted message, in characters. */
export const quoteLength = 200;

/** Length of the line under a conversation's name, in characters. */
export const previewLength = 140;

/** The first characters of a text, counted as PostgreSQL's `left` counts them: by code point. */
export function excerptOf(body: string, length: number): string {
  // Two code units make at most one character more than they are: enough to cut before counting.
  return Array.from(body.slice(0, length * 2))
    .slice(0, length)
    .join("");
}
