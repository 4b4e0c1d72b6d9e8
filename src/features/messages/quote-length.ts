/** Length of a quoted message, in characters. */
export const quoteLength = 200;
